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
class BindRowTest {

    @Test
    void bindsRowsAndParameters(@Autowired BindRow example, @Autowired TdengineClient client) {
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        assertThat(lines)
                .containsExactly(
                        "3 rows", "2024-05-06T07:08:09Z 20.5 '; DROP TABLE x; --", "2024-05-06T07:08:10Z 21.5 null");
    }
}
