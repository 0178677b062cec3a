// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static io.tdspring.client.QueriedRows.row;
import static io.tdspring.client.QueriedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.client.schemaless.SchemalessPrecision;
import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.schemaless.SchemalessResult;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.transport.Feature;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineSchemalessException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every transport has to do, against the embedded server in its versions; a transport that cannot do something says so in its test. */
abstract class TransportContract extends ResultContract {

    /** @param version of the server */
    TransportContract(TransportType transport, WebSocketEngineType engine, String version) {
        super(transport, engine, version);
    }

    @Test
    void runsStatementsAndCountsTheRowsWritten() {
        assertThat(client.execute("create database d")).isZero();
        assertThat(client.execute("create table d.t (ts timestamp, v int)")).isZero();

        long written = client.execute("insert into d.t values (1700000000000, 1) (1700000000001, null)");

        assertThat(written).isEqualTo(2);
        assertThat(rows(client, "select ts, v from d.t"))
                .containsExactly(
                        row(Instant.ofEpochMilli(1700000000000L), 1), row(Instant.ofEpochMilli(1700000000001L), null));
    }

    @Test
    void reportsSyntaxErrors() {
        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> client.query("selec 1", 4711))
                .withMessageStartingWith("[0x2600] ")
                .withMessageEndingWith("(request id 4711)")
                .matches(failure -> failure.code() == 0x2600 && failure.requestId() == 4711);
    }

    @Test
    void reportsTablesThatDoNotExist() {
        client.execute("create database d");

        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> client.query("select * from d.nosuch"))
                .matches(failure -> failure.code() == 0x2603);
    }

    @Test
    void looksForTablesInItsDatabase() {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v int)");

        try (TdengineClient inside = builder().database("d").build()) {
            assertThat(inside.execute("insert into t values (1700000000000, 1)"))
                    .isEqualTo(1);
            assertThat(rows(inside, "select v from t")).containsExactly(row(1));
        }
    }

    @Test
    void refusesADatabaseThatDoesNotExist() {
        try (TdengineClient inside = builder().database("nosuch").build()) {
            assertThatExceptionOfType(TdengineProgrammingException.class)
                    .isThrownBy(() -> inside.execute("select 1"))
                    .withMessageStartingWith("[0x0388] Database not exist")
                    .withMessageContaining("nosuch");
        }
    }

    @Test
    void saysWhoWasRefused() {
        try (TdengineClient stranger =
                builder().username("root").password("a secret").build()) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(stranger::ping)
                    .withMessageStartingWith(
                            "[0x0357] Authentication failure for user root at " + server.endpoint() + " (request id ")
                    .withMessageNotContaining("secret")
                    .matches(failure -> !failure.isTransient());
        }
    }

    @Test
    void givesASignOfLife() {
        client.ping();
        client.ping(Duration.ofSeconds(10));

        assertThat(client.serverVersion()).isEqualTo(version);
        assertThat(client.endpoint()).isEqualTo(server.endpoint());
        assertThat(client.transportType()).isEqualTo(transport);
    }

    @Test
    void servesManyThreads() throws Exception {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v int)");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Long>> written = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String insert = "insert into d.t values (" + (1700000000000L + i) + ", " + i + ")";
            written.add(threads.submit(() -> client.execute(insert)));
        }

        for (Future<Long> each : written) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }

        threads.shutdown();
        assertThat(rows(client, "select count(*), sum(v) from d.t")).containsExactly(row(200L, 19900L));
    }

    @Test
    void failsAndRecoversWithTheServer() {
        client.ping();
        int port = server.port();
        server.close();

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> client.execute("select 1"))
                .withMessageContaining(server.endpoint());

        try (EmbeddedTdengine restarted = server().port(port).start()) {
            assertThat(rows(client, "select 1")).containsExactly(row(1L));
            assertThat(client.endpoint()).isEqualTo(restarted.endpoint());
        }
    }

    @Test
    void takesStatementsOfAMebibyte() {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, s varchar(16000))");
        StringBuilder insert = new StringBuilder("insert into d.t values");
        for (int i = 0; i < 60; i++) {
            insert.append(" (")
                    .append(1700000000000L + i)
                    .append(",'")
                    .append("x".repeat(16000))
                    .append("')");
        }

        assertThat(client.execute(insert.toString())).isEqualTo(60);
        assertThat(rows(client, "select length(s) from d.t limit 1")).containsExactly(row(16000L));
    }

    @Test
    void writesSchemaless() {
        client.execute("create database d precision 'ns'");
        try (TdengineClient inDatabase = builder().database("d").build()) {
            SchemalessResult lines = inDatabase.writeSchemaless(
                    SchemalessRequest.lines("m,t=a,n=ta v=1i64 1700000000000", "m,t=b,n=tb v=2i64 1700000000001")
                            .precision(SchemalessPrecision.MILLISECONDS)
                            .tableNameKey("n")
                            .ttlDays(7));
            inDatabase.writeSchemaless(SchemalessRequest.telnet("tel 1700000000 1.5 src=web"));
            inDatabase.writeSchemaless(SchemalessRequest.json(
                    "{\"metric\":\"j\",\"timestamp\":1700000000,\"value\":2.5,\"tags\":{\"t\":\"x\"}}"));

            assertThat(lines).isEqualTo(new SchemalessResult(2, 2));
            assertThat(rows(inDatabase, "select tbname, v from m order by v"))
                    .containsExactly(row("ta", 1L), row("tb", 2L));
            assertThat(rows(inDatabase, "select _value, src from tel")).containsExactly(row(1.5, "web"));
            assertThat(rows(inDatabase, "select _value, t from j")).containsExactly(row(2.5, "x"));
            assertRefused(
                    0x020a,
                    inDatabase,
                    SchemalessRequest.lines(
                            "m,t=a v=3i64 1700000000002000000", "", "m,t=a v=4i64 1700000000003000000"));
            assertRefused(0x3002, inDatabase, SchemalessRequest.lines(",t1=3i64,t2=4f64 c1=3i64 1626006833639000000"));
        }
        assertRefused(0x2616, client, SchemalessRequest.lines("m,t=a v=3i64 1700000000002000000"));
    }

    private static void assertRefused(int code, TdengineClient by, SchemalessRequest request) {
        assertThat(catchThrowableOfType(TdengineSchemalessException.class, () -> by.writeSchemaless(request)))
                .extracting(TdengineException::code)
                .isEqualTo(code);
    }

    @Test
    void subscribes() {
        assertThat(client.supports(Feature.SUBSCRIBE)).isTrue();
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v int)");
        client.execute("create topic tt as select ts, v from d.t");
        client.execute("insert into d.t values (1700000000000, 42)");

        try (TmqConsumer consumer = client.newConsumer(ConsumerOptions.builder("g")
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build())) {
            consumer.subscribe(List.of("tt"));
            TmqMessage message = consumer.poll(Duration.ofSeconds(10));
            assertThat(message.topic()).isEqualTo("tt");
            assertThat(message.blocks().get(0).block().intAt(1, 0)).isEqualTo(42);
            consumer.commit(message);
            assertThat(consumer.committed("tt", message.vgroupId())).hasValue(message.endOffset());
        }
    }
}
