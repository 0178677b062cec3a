// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.data.Column;
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

/** What the recorded joins leave open: an answer that the manual or the rows themselves give, or a refusal. */
class JoinsTest {

    private final SqlEngine engine =
            new SqlEngine(Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC), ZoneId.of("UTC"));
    private final SessionState session = engine.newSession("root");

    @BeforeEach
    void createTables() {
        engine.execute(session, "create database plant keep 36500");
        session.setDatabase("plant");
        engine.execute(session, "create stable tank (ts timestamp, v int) tags (id int)");
        engine.execute(session, "insert into t1 using tank tags (1) values (1000, 1)(2000, 2)(3000, null)");
        engine.execute(session, "insert into t2 using tank tags (2) values (2000, 20)(3000, 30)(4000, 40)");
        engine.execute(session, "insert into t3 using tank tags (null) values (1000, 100)");
    }

    private StatementResult.Rows result(String sql) {
        return (StatementResult.Rows) engine.execute(session, sql);
    }

    private List<String> rows(String sql) {
        List<String> texts = new ArrayList<>();
        result(sql).rows().forEachRemaining(row -> texts.add(Arrays.deepToString(row)));
        return texts;
    }

    @Test
    void showsTheColumnsOfBothTablesForAStar() {
        assertThat(result("select * from t1 a join t2 b on a.ts = b.ts").columns())
                .extracting(Column::name)
                .containsExactly("ts", "v", "ts", "v");
        assertThat(rows("select b.* from t1 a join t2 b on a.ts = b.ts")).containsExactly("[2000, 20]", "[3000, 30]");
    }

    @Test
    void matchesNoNullInAKey() {
        assertThat(rows("select a.tbname from tank a join tank b on a.ts = b.ts and a.id = b.id and a.ts < 2000"))
                .containsExactly("[t1]");
    }

    @Test
    void groupsTheJoinedRows() {
        assertThat(rows("select a.id, count(*), sum(b.v) from tank a join tank b on a.ts = b.ts"
                        + " where a.id is not null group by a.id order by a.id"))
                .containsExactly("[1, 6, 153]", "[2, 5, 92]");
    }

    @Test
    void keepsRowsThatOnlyAFullJoinHas() {
        assertThat(rows("select a.ts, b.ts from t1 a full join t2 b on a.ts = b.ts and b.v > 20"))
                .containsExactlyInAnyOrder(
                        "[1000, null]", "[2000, null]", "[3000, 3000]", "[null, 2000]", "[null, 4000]");
    }

    @Test
    void looksAtNoOtherRowsThanThoseOfTheSameTime() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            values.append('(').append(100_000 + i).append(',').append(i).append(')');
        }
        engine.execute(session, "insert into t1 values " + values + " t2 values " + values);

        assertThat(rows("select count(*) from t1 a join t2 b on a.ts = b.ts and a.v = b.v"))
                .containsExactly("[20000]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from tank a join t1 b on a.ts = b.ts",
                "select count(*) from t1 a join t2 b on a.ts = b.ts interval(1s)",
                "select a.ts from t1 a left join t2 b on a.ts = b.ts join t3 c on a.ts = c.ts",
                "select a.ts, count(*) from t1 a left window join t2 b window_offset(-1s, 1s)",
                "select a.ts from t1 a left asof join t2 b on a.ts >= b.ts and a.v < b.v",
                "select a.ts from t1 a left window join t2 b window_offset(-1s, 1s) jlimit 1",
                "select last(b.v) from t1 a left asof join t2 b on a.ts >= b.ts",
                "select last(*) from t1 a join t2 b on a.ts = b.ts",
                "select a._c0 from t1 a join t2 b on a.ts = b.ts",
                "select a.v from t1 a, t2 b where a.v = b.v",
                "select a.ts from t1 a join t2 b on timetruncate(a.ts, 1s) = timetruncate(b.ts, 1s)",
                "select a.v from (select ts, v from t1 order by ts desc) a join t2 b on a.ts = b.ts"
            })
    void refusesWhatNoRecordingTells(String sql) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows(sql))
                .withMessageContaining("is not supported by the embedded server");
    }

    @Test
    void refusesToJoinTablesOfDifferentPrecisions() {
        engine.execute(session, "create database fine precision 'us'");
        engine.execute(session, "create table fine.t (ts timestamp, v int)");

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows("select a.ts from t1 a join fine.t b on a.ts = b.ts"))
                .withMessageContaining("different precisions");
    }
}
