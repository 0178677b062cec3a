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
class InsertLinesTest {

    @Test
    void writesLinesAndIsToldWhichAreWrong(@Autowired InsertLines example, @Autowired TdengineClient client) {
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        assertThat(lines).containsExactly("2 rows", "1 row", "2 rows", "[0x3002] Invalid data format");
    }
}
