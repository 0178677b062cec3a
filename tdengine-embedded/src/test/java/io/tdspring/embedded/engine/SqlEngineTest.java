// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.SuperTable;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SqlEngineTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private final SqlEngine engine = new SqlEngine(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
    private final SessionState session = engine.newSession("root");

    @Test
    void forgetsTheSessionsDatabaseWhenItIsDropped() {
        run("create database d");
        run("use d");
        assertThat(session.database()).isEqualTo("d");

        run("drop database d");

        assertThat(session.database()).isNull();
        assertThatThrownBy(() -> run("create table t (ts timestamp, v int)")).satisfies(e -> {
            assertThat(((SqlException) e).code()).isEqualTo(0x2616);
            assertThat(e).hasMessage("Database not specified");
        });
    }

    @Test
    void refusesRowsThatTheDatabaseWouldNotKeep() {
        run("create database d keep 365");
        run("create table d.t (ts timestamp, v int)");

        assertThat(run("insert into d.t values (now - 364d, 1)")).isEqualTo(1);
        assertThatThrownBy(() -> run("insert into d.t values (now - 366d, 1)"))
                .hasMessage("Timestamp data out of range");
    }

    @Test
    void takesNowAsOneMomentInAStatement() {
        run("create database d precision 'ns'");
        run("create table d.t (ts timestamp, v int)");

        assertThat(run("insert into d.t values (now, 1) (now(), 2)")).isEqualTo(1);
        assertThat(rows("t").timestamp(0)).isEqualTo(NOW.toEpochMilli() * 1_000_000);
        assertThat(rows("t").value(0, 1)).isEqualTo(2L);
    }

    @Test
    void createsNoTableWhenALaterPartOfTheStatementIsWrong() {
        run("create database d");
        run("create stable d.s (ts timestamp, v int) tags (g int)");

        assertThatThrownBy(() -> run("insert into d.a using d.s tags (1) values (now, 1)"
                        + " d.b using d.s tags (1) values (now, 'x')"))
                .hasMessage("syntax error near 'x' (invalid int data)");

        assertThat(engine.catalog().find("d").findTable("a")).isNull();
    }

    @Test
    void mergesTheSameTimestampAcrossStatements() {
        run("create database d");
        run("create table d.t (ts timestamp, a int, b int)");
        run("insert into d.t values (now, 1, 2)");

        run("insert into d.t (ts, b) values (now, 3)");
        run("insert into d.t (ts, a) values (now, null)");

        assertThat(rows("t").count()).isEqualTo(1);
        assertThat(rows("t").value(0, 1)).isNull();
        assertThat(rows("t").value(0, 2)).isEqualTo(3L);
    }

    @Test
    void createsEachTableOnceHoweverManyInsertIntoIt() throws Exception {
        run("create database d");
        run("create stable d.s (ts timestamp, v int) tags (g int)");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                int first = writer * 200;
                writers.add(() -> write(first));
            }
            long written = 0;
            for (Future<Long> result : threads.invokeAll(writers, 30, TimeUnit.SECONDS)) {
                written += result.get();
            }
            assertThat(written).isEqualTo(1600);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }

        SuperTable superTable = Objects.requireNonNull(
                Objects.requireNonNull(engine.catalog().find("d")).findSuperTable("s"));
        assertThat(superTable.children()).hasSize(5);
        assertThat(superTable.children().stream()
                        .map(Table::rows)
                        .mapToInt(TableRows::count)
                        .sum())
                .isEqualTo(1600);
    }

    private long write(int first) {
        SessionState own = engine.newSession("root");
        own.setDatabase("d");
        long written = 0;
        for (int i = first; i < first + 200; i++) {
            StatementResult result =
                    engine.execute(own, "insert into t" + i % 5 + " using s tags (1) values (now + " + i + "a, 1)");
            written += ((StatementResult.Update) result).affectedRows();
        }
        return written;
    }

    private long run(String sql) {
        return ((StatementResult.Update) engine.execute(session, sql)).affectedRows();
    }

    private TableRows rows(String table) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(engine.catalog().find("d")).findTable(table))
                .rows();
    }
}
