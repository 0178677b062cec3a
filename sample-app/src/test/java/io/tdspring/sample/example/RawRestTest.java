// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ExampleTest
@TestPropertySource(properties = "tdengine.transport=rest")
class RawRestTest {

    @Test
    void handsOutWhatRestAnswers(@Autowired RawRest example, @Autowired TdengineClient client) {
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        assertThat(lines)
                .startsWith("code 0, 1 row", "RawColumn[name=one, type=BIGINT, length=8]")
                .contains("[1, a, null]", "code 904: Database not exist");
    }
}
