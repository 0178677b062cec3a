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
class BindMultiTest {

    @Test
    void bindsColumnsOfAllTypesWithNulls(@Autowired BindMulti example, @Autowired TdengineClient client) {
        List<String> lines = new ArrayList<>();

        example.run(client, lines::add);

        assertThat(lines)
                .containsExactly(
                        "3 rows",
                        "2024-05-06T07:08:09Z, true, -128, -32768, -2147483648, -1, 0, 0, 0, 0, -1.5, -1.0E300, a'b\"c\\,"
                                + " 温度, 2 bytes, 21 bytes",
                        "2024-05-06T07:08:10Z" + ", null".repeat(15),
                        "2024-05-06T07:08:11Z, false, 127, 32767, 2147483647, 9223372036854775807, 255, 65535,"
                                + " 4294967295, 18446744073709551615, 1.5, 1.0E300, , 😀, 0 bytes, 21 bytes");
    }
}
