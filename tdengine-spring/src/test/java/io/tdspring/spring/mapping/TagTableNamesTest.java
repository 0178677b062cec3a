// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagTableNamesTest {

    private final TableNameStrategy names = TableNameStrategy.fromTags();

    @Test
    void joinsPlainTags() {
        assertThat(names.tableName("meters", List.of("Beijing", 7, true))).isEqualTo("meters_Beijing_7_true");
    }

    @Test
    void addsADigestWhereTheReadablePartLosesSomething() {
        assertThat(names.tableName("meters", List.of("San José", 7))).matches("meters_San_Jos__7_[0-9a-f]{16}");
        assertThat(names.tableName("meters", List.of(-5))).matches("meters__5_[0-9a-f]{16}");
    }

    @Test
    void givesTheSameTagsTheSameName() {
        assertThat(names.tableName("s", Arrays.asList("a b", null, new byte[] {1})))
                .isEqualTo(names.tableName("s", Arrays.asList("a b", null, new byte[] {1})));
        assertThat(names.tableName("s", List.of(new BigDecimal("1.50"))))
                .isEqualTo(names.tableName("s", List.of(new BigDecimal("1.5"))));
    }

    @Test
    void givesOtherTagsAnotherName() {
        List<List<Object>> tags = List.of(
                List.of("a", "b_c"),
                List.of("a_b", "c"),
                List.of("a-b", "c"),
                List.of("a.b", "c"),
                List.of("A-b", "c"),
                List.of("a", ""),
                List.of("", "a"),
                Arrays.asList("a", null),
                Arrays.asList(null, "a"),
                List.of("a", "null"),
                List.of("é", "c"),
                List.of("字", "c"),
                List.of("a", "b c"),
                List.of("a b", "c"));

        Set<String> all = new HashSet<>();
        tags.forEach(each -> all.add(names.tableName("s", each)));

        assertThat(all).hasSameSizeAs(tags).allMatch(name -> name.matches("[A-Za-z0-9_]+"));
    }

    @Test
    void keepsWithin192Bytes() {
        String first = names.tableName("s", List.of("x".repeat(300)));
        String second = names.tableName("s", List.of("x".repeat(301)));

        assertThat(first).hasSize(192).isNotEqualTo(second);
        assertThat(second).hasSize(192);
        assertThat(names.tableName("s", List.of("x".repeat(190)))).isEqualTo("s_" + "x".repeat(190));
    }
}
