// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UseStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "use power > power",
                "USE Power > power",
                "  Use\tpower ; > power",
                "use `Power Plant` > Power Plant",
                "use`p` > p",
                "/* a */ use /* b */ p /* c */ > p",
                "use/**/p > p",
                "use d_1;; > d_1"
            })
    void findsTheDatabase(String sql, String database) {
        assertThat(UseStatement.databaseOf(sql)).isEqualTo(database);
    }

    @Test
    void skipsACommentToTheEndOfTheLine() {
        assertThat(UseStatement.databaseOf("-- use a\nuse b -- c")).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "use",
                "use ;",
                "used",
                "usepower",
                "use a b",
                "use a.b",
                "use `a",
                "use ``",
                "use 'a'",
                "select 1",
                "/* use a",
                "-- use a",
                "insert into use values (1)"
            })
    void leavesOtherStatementsToTheServer(String sql) {
        assertThat(UseStatement.databaseOf(sql)).isNull();
    }
}
