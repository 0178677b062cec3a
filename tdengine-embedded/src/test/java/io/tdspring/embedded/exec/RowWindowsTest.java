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

/** SESSION, STATE_WINDOW, EVENT_WINDOW and COUNT_WINDOW where no recording covers them. */
class RowWindowsTest {

    private final SqlEngine engine =
            new SqlEngine(Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC), ZoneId.of("UTC"));
    private final SessionState session = engine.newSession("root");

    @BeforeEach
    void createTables() {
        engine.execute(session, "create database mill keep 36500");
        session.setDatabase("mill");
        engine.execute(
                session, "create stable saw (ts timestamp, v int, vb varbinary(4)) tags (id int, place varchar(4))");
        engine.execute(
                session,
                "insert into s1 using saw tags (1, 'x') values (1000,1,null)(3000,1,null)(5000,2,null)(20000,2,null)"
                        + " s2 using saw tags (2, 'x') values (2000,1,null)(4000,2,null)(9000,null,null)"
                        + " s3 using saw tags (3, 'y') values (1500,7,null)(30000,7,null)");
    }

    private List<String> rows(String sql) {
        StatementResult.Rows rows = (StatementResult.Rows) engine.execute(session, sql);
        List<String> texts = new ArrayList<>();
        rows.rows().forEachRemaining(row -> texts.add(Arrays.deepToString(row)));
        return texts;
    }

    @Test
    void putsTheRowsOfAllTablesOfAPartitionInTheOrderOfTime() {
        assertThat(rows("select place, _wstart, _wend, count(*) from saw partition by place session(ts, 1s)"
                        + " order by place, _wstart"))
                .containsExactly(
                        "[x, 1000, 5000, 5]",
                        "[x, 9000, 9000, 1]",
                        "[x, 20000, 20000, 1]",
                        "[y, 1500, 1500, 1]",
                        "[y, 30000, 30000, 1]");
    }

    @Test
    void followsTheStateOfEachPartitionForItself() {
        assertThat(rows("select place, v, _wstart, _wend, count(*) from saw partition by place state_window(v)"
                        + " order by place, _wstart"))
                .containsExactly("[x, 1, 1000, 3000, 3]", "[x, 2, 4000, 20000, 3]", "[y, 7, 1500, 30000, 2]");
    }

    @Test
    void opensAWindowForEachStepOfASlidingCount() {
        assertThat(rows("select _wstart, _wend, sum(v), count(*) from s1 count_window(3, 2) order by 1"))
                .containsExactly("[1000, 5000, 4, 3]", "[5000, 20000, 4, 2]");
    }

    @Test
    void beginsAnEventAnewAfterItHasEnded() {
        assertThat(rows("select _wstart, _wend, count(*) from saw where place = 'x' event_window start with v = 1"
                        + " end with ts > 2500 order by 1"))
                .containsExactly("[1000, 3000, 3]");
        assertThat(rows("select _wstart, _wend, count(*) from saw where place = 'x' event_window start with v > 0"
                        + " end with v > 0 order by 1"))
                .hasSize(6);
    }

    @Test
    void selectsTheRowOfAnAggregateInEachWindow() {
        assertThat(rows("select last(ts), id from saw where place = 'x' session(ts, 1s) order by 1"))
                .containsExactly("[5000, 1]", "[9000, 2]", "[20000, 1]");
    }

    @Test
    void findsNoWindowWhereThereIsNoRow() {
        assertThat(rows("select count(*) from saw where 1 = 0 session(ts, 1s)")).isEmpty();
        assertThat(rows("select count(*) from saw where v > 9 partition by id count_window(2)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from saw state_window(vb)",
                "select count(*) from saw state_window(tbname)",
                "select count(*) from saw event_window start with 1 = 1 end with v > 1",
                "select case when v > 1 then 1 else 2 end, count(*) from s1"
                        + " state_window(case when v > 1 then 1 else 2 end)",
                "select count(*) from (select ts, v from s1 order by v desc) session(ts, 1s)"
            })
    void refusesWhatNobodyHasSeenARealServerDo(String sql) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows(sql))
                .extracting(SqlException::code)
                .isEqualTo(0x0100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x262b | select count(*) from s1 session(ts, 0s)",
                "0x262b | select count(*) from s1 session(ts, 1y)",
                "0x2629 | select count(*) from saw state_window(id)",
                "0x2624 | select count(*) from s1 session(ts, 1s) group by v",
                "0x2667 | select v, count(*) from s1 count_window(2)",
                "0x265e | select _wstart from s1 count_window(2)",
                "0x2602 | select count(*) from s1 count_window(2, w)",
                "0x2600 | select count(*) from s1 count_window(2) fill(null)"
            })
    void saysWhatIsWrongAsARealServerDoes(int code, String sql) {
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> rows(sql))
                .extracting(SqlException::code)
                .isEqualTo(code);
    }
}
