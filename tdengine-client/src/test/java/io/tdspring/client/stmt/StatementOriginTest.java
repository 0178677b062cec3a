// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.error.TdengineStatementException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A statement goes on where it was prepared, in its database and for its columns, or not at all. */
class StatementOriginTest {

    private static final long T = StatementTestBed.T;

    private final EmbeddedTdengine server =
            EmbeddedTdengine.builder().version("3.3.7.5").start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();

    @BeforeEach
    void createTables() {
        for (String database : new String[] {"one", "two"}) {
            client.execute("create database " + database);
            client.execute("create table " + database + ".t (ts timestamp, v int)");
        }
        client.useDatabase("one");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static void bindOne(TdStatement insert, int v) {
        insert.setLong(0, T + v).setLong(1, v).addRow();
    }

    private long rows(String table) {
        return (Long) StatementTestBed.read(client, "select count(*) from " + table)
                .get(0)
                .get(0);
    }

    @Test
    void writesIntoItsDatabaseWhenTwoExecutionsAreUnderWay() throws Exception {
        try (TdStatement insert = client.prepare("insert into t values(?,?)")) {
            client.useDatabase("two");
            server.faults().add(FaultRule.once(Occasion.action("stmt2_exec"), Fault.delay(Duration.ofMillis(300))));
            bindOne(insert, 1);
            CompletableFuture<Long> first = insert.executeAsync();
            bindOne(insert, 2);
            CompletableFuture<Long> second = insert.executeAsync();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }

        assertThat(rows("two.t")).isZero();
        assertThat(rows("one.t")).isEqualTo(2);
    }

    @Test
    void isNotPreparedAnewInAnotherDatabase() {
        try (TdStatement insert = client.prepare("insert into t values(?,?)")) {
            client.useDatabase("two");
            server.faults().add(FaultRule.once(Occasion.action("stmt2_exec"), Fault.error(0x0125, "Retry needed")));
            bindOne(insert, 1);
            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(insert::execute)
                    .withMessage("the statement was prepared in another database; prepare it anew");

            client.useDatabase("one");
            bindOne(insert, 2);
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(rows("two.t")).isZero();
        assertThat(rows("one.t")).isEqualTo(1);
    }

    @Test
    void isNotPreparedAnewForTimestampsOfAnotherUnit() {
        try (TdStatement insert = client.prepare("insert into one.t values(?,?)")) {
            client.execute("drop database one");
            client.execute("create database one precision 'ns' keep 36500");
            client.execute("create table one.t (ts timestamp, v int)");
            server.faults().add(FaultRule.once(Occasion.action("stmt2_exec"), Fault.error(0x0125, "Retry needed")));
            bindOne(insert, 1);

            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(insert::execute)
                    .withMessage("the type of ts has changed since the statement was prepared");
        }

        assertThat(rows("one.t")).isZero();
        try (TdStatement insert = client.prepare("insert into one.t values(?,?)")) {
            bindOne(insert, 1);
            assertThat(insert.execute()).isEqualTo(1);
        }
    }
}
