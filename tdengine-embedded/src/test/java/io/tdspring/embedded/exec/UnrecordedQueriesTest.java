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
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that no recording covers: an answer that follows from recorded ones, or a refusal. */
class UnrecordedQueriesTest {

    private final SqlEngine engine =
            new SqlEngine(Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC), ZoneId.of("UTC"));
    private final SessionState session = engine.newSession("root");

    @BeforeEach
    void createTables() {
        engine.execute(session, "create database plant");
        session.setDatabase("plant");
        engine.execute(
                session, "create stable tank (ts timestamp, v int, k varchar(10), vb varbinary(5)) tags (id int)");
        engine.execute(
                session,
                "insert into a using tank tags (1) values ('2026-01-01',1,'q','ab')('2026-01-02',2,null,null)"
                        + "('2026-01-03',null,'q','zz') b using tank tags (2) values ('2026-01-01',5,'w','ab')");
        engine.execute(session, "create table c using tank tags (3)");
        engine.execute(session, "create stable tin (ts timestamp, v int) tags (j json)");
        engine.execute(session, "insert into x using tin tags ('{\"w\":1.5,\"k\":\"a\",\"b\":true}') values (now, 1)");
        engine.execute(session, "insert into y using tin tags ('{\"w\":20,\"k\":\"a b\"}') values (now, 2)");
    }

    @Test
    void refusesRowsWhereWindowsOfMonthsDoNotMeet() {
        // From 2024-03-03 to 2025-03-03, and the next one from 2025-03-04.
        engine.execute(session, "create table gap (ts timestamp, v int)");
        engine.execute(session, "insert into gap values ('2025-03-03 12:00:00', 1)");

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows("select count(*) from gap interval(1y, 2n)"))
                .withMessageEndingWith("is not supported by the embedded server");
    }

    private List<String> rows(String sql) {
        StatementResult.Rows rows = (StatementResult.Rows) engine.execute(session, sql);
        List<String> texts = new ArrayList<>();
        rows.rows().forEachRemaining(row -> texts.add(Arrays.deepToString(row)));
        return texts;
    }

    @Test
    void tellsBytesApartByWhatTheyAre() {
        assertThat(rows("select distinct vb from tank")).hasSize(3);
    }

    @Test
    void keepsTheTagsOfAFilledPartition() {
        assertThat(rows("select id, count(*) from tank where ts >= '2026-01-01' and ts < '2026-01-03'"
                        + " partition by tbname interval(1d) fill(value, 9)"))
                .containsExactlyInAnyOrder("[1, 1]", "[1, 1]", "[2, 1]", "[2, 9]");
    }

    @Test
    void countsTablesWithoutRowsInTheirGroups() {
        assertThat(rows("select id, count(*) from tank partition by id order by id"))
                .containsExactly("[1, 3]", "[2, 1]", "[3, 0]");
    }

    @Test
    void readsASubqueryByItsAliases() {
        assertThat(
                        rows(
                                "select x.n from (select count(*) n, id from tank partition by id) x where x.id < 3 order by 1"))
                .containsExactly("[1]", "[3]");
    }

    @Test
    void comparesTheValuesOfJsonKeysWithColumnsByTheirKind() {
        assertThat(rows("select v from tin where j->'w' > v")).hasSize(2);
        assertThat(rows("select v from tin where j->'k' > v")).isEmpty();
    }

    @Test
    void comparesBytesWithoutTheirSign() {
        engine.execute(session, "insert into a values ('2026-01-04', 9, null, '\\xff')");

        assertThat(rows("select v from tank where vb > 'zz'")).containsExactly("[9]");
        assertThat(rows("select v from tank where vb in ('zz', '\\xff') order by ts"))
                .containsExactly("[null]", "[9]");
    }

    @Test
    void sortsNumbersOfJsonByTheirSize() {
        assertThat(rows("select v from tin order by j->'w' desc")).containsExactly("[2]", "[1]");
    }

    @Test
    void sortsTextsOfJsonWithoutTheirQuotes() {
        assertThat(rows("select j->'k' k, count(*) from tin group by j->'k' order by k"))
                .containsExactly("[\"a\", 1]", "[\"a b\", 1]");
    }

    @Test
    void countsWhatIsDifferentOverSeveralTablesOnce() {
        assertThat(rows("select hyperloglog(k), hyperloglog(vb) from tank")).containsExactly("[2, 2]");
    }

    @Test
    void tellsTheMostFrequentValue() {
        assertThat(rows("select mode(k), mode(vb) from a where ts < '2026-01-02'"))
                .containsExactly("[q, [97, 98]]");
    }

    @Test
    void measuresTheTimeBetweenTheFirstAndLastRowOfEachTable() {
        assertThat(rows("select id, elapsed(ts, 1d) from tank partition by tbname, id order by id"))
                .containsExactly("[1, 2.0]", "[2, 0.0]");
    }

    @Test
    void showsTheRowsOfTheGreatestValuesOfEachPartition() {
        assertThat(rows("select id, top(v, 1), k, tbname from tank partition by id order by id"))
                .containsExactly("[1, 2, null, a]", "[2, 5, w, b]");
    }

    @Test
    void takesTheEarliestRowOfEachValueOverAllTables() {
        assertThat(rows("select unique(vb), id from tank where vb is not null order by ts, id limit 5"))
                .hasSize(2)
                .contains("[[122, 122], 1]");
    }

    @Test
    void leavesOutTheLatestRowsOfATail() {
        assertThat(rows("select tail(v, 2, 1) from a")).containsExactly("[2]", "[1]");
        assertThat(rows("select tail(v, 2, 3) from a")).isEmpty();
    }

    @Test
    void samplesAsManyRowsAsItIsAskedFor() {
        assertThat(rows("select sample(v, 2), v from tank"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .isSubsetOf("[1, 1]", "[2, 2]", "[5, 5]");
    }

    @Test
    void weighsValuesByTheirTimeInEachTable() {
        assertThat(rows("select id, twa(v) from tank partition by tbname, id order by id"))
                .containsExactly("[1, 1.5]", "[2, 5.0]");
    }

    @Test
    void growsByTheLastTwoValuesOfAWindow() {
        assertThat(rows("select irate(v * 86400) from a")).containsExactly("[1.0]");
        assertThat(rows("select irate(v) from a interval(1d)")).containsExactly("[0.0]", "[0.0]", "[0.0]");
    }

    @Test
    void hasTheLeastAndGreatestValueAsApproximatePercentiles() {
        assertThat(rows("select apercentile(v, 0), apercentile(v, 100, 't-digest') from tank"))
                .containsExactly("[1.0, 5.0]");
    }

    @Test
    void groupsBytesByWhatTheyAre() {
        assertThat(rows("select _wstart, count(*) from tank partition by vb interval(1y) having count(*) > 1"))
                .containsExactly("[1767225600000, 2]");
        assertThat(rows("select count(*) from tank group by vb order by vb")).containsExactly("[1]", "[2]", "[1]");
    }

    @Test
    void knowsTheBoundsOfTheQueryAsFarAsThereAreAny() {
        assertThat(rows("select _qstart, _qend, max(v) from tank where id = 1 and 2000 < ts"))
                .containsExactly("[2001, null, 2]");
        assertThat(rows("select distinct _qend from tank where ts between 5 and 1767225600000"))
                .containsExactly("[1767225600000]");
    }

    @Test
    void movesWindowsOfMonthsByTheirOffset() {
        assertThat(rows("select _wstart, _wend, count(*) from a interval(1n, 1d) order by 1"))
                .containsExactly("[1764633600000, 1767312000000, 1]", "[1767312000000, 1769990400000, 2]");
        engine.execute(session, "insert into a values ('2024-03-02', 1, null, null)");
        assertThat(rows("select _wstart, _wend, count(*) from a where ts < '2025-01-01' interval(1y, 10d)"))
                .containsExactly("[1704931200000, 1736553600000, 1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1",
                "[1]",
                "[1,null]",
                "{}",
                "[1,2] 3",
                "[\"a\"]",
            })
    void refusesBinsThatAreNoListOfBounds(String bins) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows("select histogram(v, 'user_input', '" + bins + "', 0) from tank"))
                .withMessage("HISTOGRAM function invalid format for binDesc parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start\":0,\"width\":0,\"count\":3,\"infinity\":true}",
                "{\"start\":0,\"width\":1,\"count\":1e9,\"infinity\":true}",
                "{\"start\":0,\"width\":1,\"count\":3}",
                "{\"start\":0,\"width\":1,\"count\":3,\"infinity\":1}",
            })
    void refusesBinsThatCannotBeMade(String bins) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows("select histogram(v, 'linear_bin', '" + bins + "', 0) from tank"))
                .withMessage("a histogram of such bins is not supported by the embedded server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select histogram(v, 'user_input', '[1, 2]', 1) from tank",
                "select histogram(v, 'user_input', '[1, 12345678]', 0) from tank",
                "select histogram(v, 'user_input', '[1, 2]', 0), count(*) from tank",
                "select histogram(v, 'user_input', '[1, 2]', 0) from a where v is null",
                "select histogram(v, 'cubic_bin', '[1, 2]', 0) from tank",
                "select twa(v) from tank",
                "select irate(v) from tank partition by id",
                "select irate(v) from (select v, ts from a)",
                "select twa(v) from (select ts, v from tank order by ts)",
                "select _wstart, twa(v) from a interval(1d)",
                "select apercentile(v, 50, 5) from a",
                "select top(v, 1.5) from a",
                "select top(v, 1), ts from a where v is null",
                "select sample(v, 1) from a where v is null",
                "select _wstart, sample(v, 1) from a interval(1d)",
                "select distinct top(v, 1) from a",
                "select top(v, 1) from a group by k having k is not null",
                "select _wstart, top(v, 1) from a where ts > 0 and ts < now interval(1d) fill(null)",
                "select unique(v) from (select v from tank)",
                "select mode(v) from tank",
                "select leastsquares(v, 1, 1) from tank",
                "select elapsed(ts) from tank",
                "select _wstart, elapsed(ts) from a interval(1d)",
                "select percentile(v, 10, 50) from a where v is null",
                "select count(*) from a where ts = '2026-01-03' interval(1y, 2y)",
                "select count(*) from a interval(1n, 30d)",
                "select count(*) from a interval(1n, 1d) sliding(1d)",
                "select count(*) from a where ts > 0 and ts < now interval(1n, 1d) fill(null)",
                "select _qstart from a where ts > 5 or ts < 2",
                "select _qstart from a where ts > 5 and ts < 2",
                "select _qduration from a",
                "select distinct k from tank order by ts",
                "select distinct k, count(*) from tank group by k order by max(v)",
                "select count(*) from tank interval(99999999999999999d)",
                "select max(v), ts from a where v is null",
                "select id, count(*) from tank where 1=0 group by id",
                "select last(v) from (select ts, v from tank)",
                "select tbname, count(*) from a",
                "select count(*) from tank group by tbname slimit 1",
                "select _wstart, max(v), ts from a where ts > 0 and ts < now interval(1d) fill(null)",
                "select count(*) from a where ts > 0 and ts < now interval(1s) fill(null)",
                "select count(*) from a where (ts > 0 or v = 1) and ts < now interval(1d) fill(null)",
                "select _wstart, sum(v) from a where ts > 0 and ts < now interval(1y) fill(prev) order by _wstart desc",
                "select v from tin where j->'k'",
                "select v from tank where vb = 5",
                "select v from tank where vb = '\\xzz'",
                "select v from tin order by j",
                "select v from tin where j->'w' = ts",
                "select cast(j->'k' as varchar(5)) from tin",
                "select 'a' union all select 12"
            })
    void refusesWhatARealServerWasNotSeenToDo(String sql) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows(sql))
                .withMessageEndingWith("is not supported by the embedded server");
    }
}
