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
class TmqAssignmentTest {

    @RepeatedTest(2)
    void readsTheSameMessagesAgain(@Autowired TmqAssignment example, @Autowired TdengineClient client) {
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        int back = lines.indexOf("back to the first");
        assertThat(messages(lines.subList(0, back)))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("message of 5000 rows from 0 at offset "),
                        second -> assertThat(second).startsWith("message of 5000 rows from 5000 at offset "));
        assertThat(messages(lines.subList(back, lines.size()))).isEqualTo(messages(lines.subList(0, back)));
        assertThat(lines.get(0)).matches("vgroup \\d+ has offsets \\d+ to \\d+");
        assertThat(lines.get(back + 1)).matches("vgroup \\d+ has offsets \\d+ to \\d+");
    }

    private static List<String> messages(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("message ")).toList();
    }
}
