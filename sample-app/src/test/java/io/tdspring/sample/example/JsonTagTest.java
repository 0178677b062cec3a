// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExampleTest
class JsonTagTest {

    @Test
    void findsARowByWhatIsInItsTag(@Autowired JsonTag example, @Autowired TdengineClient client) {
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        assertThat(lines).containsExactly("27.5 at \"attic\", tag {\"floor\":3,\"room\":\"attic\"}");
    }
}
