// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@ExampleTest
class TmqConsumingTest {

    @RepeatedTest(2)
    void receivesWhatIsWritten(@Autowired TmqConsuming example, @Autowired TdengineClient client) {
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        assertThat(lines)
                .containsExactly(
                        "tmq_consumer: 2024-05-06T07:08:09.000000001Z 1",
                        "tmq_consumer: 2024-05-06T07:08:09.000000002Z 2",
                        "tmq_consumer: 2024-05-06T07:08:09.000000003Z 3",
                        "left the group");
    }
}
