// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Series functions where no recording tells: what the manual says, or a refusal. */
class SeriesQueriesTest {

    private static final int NOT_SUPPORTED = 0x0100;
    private static final int NOT_ALLOWED = 0x264f;

    private final SqlEngine engine =
            new SqlEngine(Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC), ZoneId.of("UTC"));
    private final SessionState session = engine.newSession("root");

    @BeforeEach
    void fill() {
        run("create database mill precision 'us' keep 36500");
        run("use mill");
        run("create table well (ts timestamp, a bigint, b int, f float, u bigint unsigned)");
        run(
                "insert into well values (1000000, 1, 10, 1.5, 18446744073709551615)"
                        + " (2000000, 4, null, 2.5, 18446744073709551610) (4000000, null, null, 0.5, 3) (8000000, 2, 6, 0.1, 0)");
        run("create stable pumps (ts timestamp, v int) tags (site varchar(8))");
        run("insert into p1 using pumps tags ('n') values (1, 1) (3, 3)");
        run("insert into p2 using pumps tags ('n') values (2, 10) (4, 20)");
        run("insert into p3 using pumps tags ('s') values (1, 7) (5, 9)");
    }

    private void run(String sql) {
        engine.execute(session, sql);
    }

    private String rows(String sql) {
        List<Object[]> rows = new ArrayList<>();
        ((StatementResult.Rows) engine.execute(session, sql)).rows().forEachRemaining(rows::add);
        return Arrays.deepToString(rows.toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A row goes only if all differences are NULL and all options leave NULL out.
                "diff(a, 2), diff(b, 2) | [[3, null], [-2, -4]]",
                "diff(a, 3), diff(b, 3) | [[3, null]]",
                "diff(a, 2), diff(b) | [[3, null], [null, null], [-2, -4]]",
                "diff(a, 1), diff(a, 2) | [[3, 3], [null, null], [null, -2]]",
                // Without a unit the time of a state is in the database's.
                "stateduration(b, 'ne', 0) | [[0], [null], [null], [7000000]]",
                "stateduration(b, 'ne', 0, 1a) | [[0], [null], [null], [7000]]",
                "statecount(f, 'lt', 2.5) | [[1], [-1], [1], [2]]",
                "statecount(u, 'gt', 5.5) | [[1], [2], [-1], [-1]]",
                "csum(a), tbname, b + 1 | [[1, well, 11.0], [5, well, null], [7, well, 7.0]]"
            })
    void answersAsTheManualSays(String items, String expected) {
        assertThat(rows("select " + items + " from well")).isEqualTo(expected);
    }

    @Test
    void cutsADifferenceThatDoesNotFitButKnowsItsSign() {
        run("insert into well (ts, a) values (16000000, -9223372036854775806) (32000000, 9223372036854775800)");

        assertThat(rows("select diff(a, 3) from well where ts > 8000000")).isEqualTo("[[-10]]");
        assertThat(rows("select diff(u, 2) from well where ts <= 2000000")).isEqualTo("[[-5]]");
    }

    @Test
    void startsAnewInEachPartition() {
        assertThat(rows("select tbname, csum(v) from pumps partition by tbname order by tbname, ts"))
                .isEqualTo("[[p1, 1], [p1, 4], [p2, 10], [p2, 30], [p3, 7], [p3, 16]]");
        assertThat(rows("select site, diff(v) d from pumps partition by site order by site, ts"))
                .isEqualTo("[[n, 9], [n, -7], [n, 17], [s, 2]]");
    }

    @Test
    void countsItsLimitInEachPartition() {
        assertThat(rows("select tbname, csum(v) from pumps partition by tbname limit 1"))
                .isEqualTo("[[p1, 1], [p2, 10], [p3, 7]]");
        assertThat(rows("select csum(v) from pumps partition by tbname slimit 1"))
                .isEqualTo("[[1], [4]]");
    }

    @Test
    void walksOverSeveralTablesInOrderOfTime() {
        assertThat(rows("select csum(v) from pumps where site = 'n'")).isEqualTo("[[1], [11], [14], [34]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select diff(v) from pumps",
                "select csum(v) from (select v from p1)",
                "select diff(a.v) from p1 a left join p2 b on a.ts = b.ts",
                "select csum(v) from (select ts, v from p1 order by ts desc)",
                "select diff(site) from pumps partition by tbname having diff(v) > 1",
                "select distinct diff(v) from p1",
                "select diff(v) d from p1 order by d",
                "select diff(1) from p1",
                "select diff(null) from p1",
                "select mavg(v, 2.5) from p1",
                "select derivative(v, 1n, 0) from p1",
                "select derivative(v, 1a, 0) from p1",
                "select stateduration(v, 'gt', 1, 2s) from p1",
                "select stateduration(v, 'gt', 1, 1b) from p1",
                "select statecount(f, 'eq', 0.1) from well"
            })
    void refusesWhatNoneHasTold(String sql) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows(sql))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(NOT_SUPPORTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select csum(a), mavg(a, 2) from well",
                "select csum(a), csum(b) from well",
                "select diff(a), csum(a) from well",
                "select last(a), diff(a) from well",
                "select ts from well order by diff(a)",
                "select diff(a) from well order by diff(a)"
            })
    void allowsNoOtherFunctionsBesideAndNoOtherPlace(String sql) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows(sql))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(NOT_ALLOWED));
    }
}
