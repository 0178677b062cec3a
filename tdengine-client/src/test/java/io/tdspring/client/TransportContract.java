// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

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
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.data.Row;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineSchemalessException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every transport has to do, against the embedded server in its versions; a transport that cannot do something says so in its test. */
abstract class TransportContract {

    private static final ServerVersion DECIMAL_SINCE = new ServerVersion("3.3.6.0");

    private final String version;
    private final EmbeddedTdengine server;
    private final TransportType transport;
    private final WebSocketEngineType engine;
    final TdengineClient client;

    /** @param version of the server */
    TransportContract(TransportType transport, WebSocketEngineType engine, String version) {
        this.version = version;
        this.server = server().start();
        this.transport = transport;
        this.engine = engine;
        this.client = builder().build();
    }

    private EmbeddedTdengine.Builder server() {
        return EmbeddedTdengine.builder().version(version);
    }

    private TdengineClientBuilder builder() {
        return TdengineClient.builder()
                .transport(transport)
                .webSocketEngine(engine)
                .endpoints(server.endpoint());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
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
    void tellsAnUpdateFromAQuery() {
        try (QueryResult update = client.query("create database d", 77)) {
            assertThat(update.isUpdate()).isTrue();
            assertThat(update.columns()).isEmpty();
            assertThat(update.affectedRows()).isZero();
            assertThat(update.nextBlock()).isNull();
            assertThat(update.requestId()).isEqualTo(77);
        }
        try (QueryResult query = client.query("select 1")) {
            assertThat(query.isUpdate()).isFalse();
            assertThat(query.affectedRows()).isZero();
        }
    }

    @Test
    void bringsTheTypesOfTheColumns() {
        client.execute("create database d precision 'ns'");
        client.execute("create table d.t (ts timestamp, b bool, i bigint, u bigint unsigned, f float, d double,"
                + " s varchar(20), n nchar(20), x varbinary(8))");
        client.execute("insert into d.t values (1700000000000000001, true, -9223372036854775807, 18446744073709551615,"
                + " 1.5, 2.25, 'it''s', '涛思😀', '\\x0102ff')");

        try (QueryResult result = client.query("select * from d.t")) {
            assertThat(result.columns())
                    .extracting(Column::type)
                    .containsExactly(
                            DataType.TIMESTAMP,
                            DataType.BOOL,
                            DataType.BIGINT,
                            DataType.UBIGINT,
                            DataType.FLOAT,
                            DataType.DOUBLE,
                            DataType.VARCHAR,
                            DataType.NCHAR,
                            DataType.VARBINARY);
            assertThat(result.precision()).isEqualTo(Precision.NANOSECOND);
            Row row = result.nextBlock().row(0);
            assertThat(row.getInstant("ts")).isEqualTo(Instant.ofEpochSecond(1700000000, 1));
            assertThat(row.getBoolean("b")).isTrue();
            assertThat(row.getLong("i")).isEqualTo(-9223372036854775807L);
            assertThat(row.getValue("u")).hasToString("18446744073709551615");
            assertThat(row.getFloat("f")).isEqualTo(1.5f);
            assertThat(row.getDouble("d")).isEqualTo(2.25);
            assertThat(row.getString("s")).isEqualTo("it's");
            assertThat(row.getString("n")).isEqualTo("涛思😀");
            assertThat(row.getBytes("x")).containsExactly(1, 2, 0xff);
        }
    }

    @Test
    void bringsDecimalsIfTheServerHasThem() {
        client.execute("create database d");
        if (new ServerVersion(version).isOlderThan(DECIMAL_SINCE)) {
            assertThatExceptionOfType(TdengineProgrammingException.class)
                    .isThrownBy(() -> client.execute("create table d.t (ts timestamp, c decimal(10,2))"));
            return;
        }
        client.execute("create table d.t (ts timestamp, c decimal(10,2))");
        client.execute("insert into d.t values (1700000000000, 12.34)");

        try (QueryResult result = client.query("select c from d.t")) {
            assertThat(result.columns()).extracting(Column::type).containsExactly(DataType.DECIMAL64);
            assertThat(result.nextBlock().row(0).getDecimal("c")).isEqualTo(new BigDecimal("12.34"));
        }
    }

    @Test
    void readsResultsOfManyBlocks() {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v bigint)");
        for (int part = 0; part < 10; part++) {
            StringBuilder insert = new StringBuilder("insert into d.t values");
            for (int i = part * 1000; i < (part + 1) * 1000; i++) {
                insert.append(" (")
                        .append(1700000000000L + i)
                        .append(',')
                        .append(i)
                        .append(')');
            }
            assertThat(client.execute(insert.toString())).isEqualTo(1000);
        }

        assertThat(sumOfRows("select v from d.t")).isEqualTo(49_995_000);
        assertThat(sumOfLentBlocks("select v from d.t")).isEqualTo(49_995_000);
        long sum = 0;
        int rows = 0;
        try (QueryResult result = client.query("select v from d.t")) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++) {
                    sum += block.longAt(0, row);
                }
                rows += block.rows();
            }
        }

        assertThat(rows).isEqualTo(10_000);
        assertThat(sum).isEqualTo(49_995_000);
    }

    private long sumOfRows(String sql) {
        long sum = 0;
        try (QueryResult result = client.query(sql)) {
            RowCursor row = result.rows();
            while (row.next()) {
                sum += row.getLong("V");
            }
        }
        return sum;
    }

    private long sumOfLentBlocks(String sql) {
        AtomicLong sum = new AtomicLong();
        try (QueryResult result = client.query(sql)) {
            result.forEachBlock(block -> {
                for (int row = 0; row < block.rows(); row++) {
                    sum.addAndGet(block.longAt(0, row));
                }
            });
        }
        return sum.get();
    }

    @Test
    void canLeaveAResultUnread() {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v bigint)");
        client.execute("insert into d.t values (1700000000000, 1)");

        for (int i = 0; i < 50; i++) {
            client.query("select * from d.t").close();
            assertThat(client.execute("select * from d.t")).isZero();
            try (QueryResult result = client.query("select * from d.t")) {
                assertThat(result.rows().next()).isTrue();
            }
        }

        assertThat(rows(client, "select v from d.t")).containsExactly(row(1L));
    }

    @Test
    void findsNoBlocksInAnEmptyResult() {
        client.execute("create database d");
        client.execute("create table d.t (ts timestamp, v bigint)");

        try (QueryResult result = client.query("select * from d.t")) {
            assertThat(result.columns()).extracting(Column::name).containsExactly("ts", "v");
            assertThat(result.nextBlock()).isNull();
            assertThat(result.nextBlock()).isNull();
        }
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

    static List<List<@Nullable Object>> rows(TdengineClient client, String sql) throws TdengineException {
        return rows(client.query(sql));
    }

    static List<List<@Nullable Object>> rows(QueryResult query) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (QueryResult result = query) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++) {
                    List<@Nullable Object> cells = new ArrayList<>();
                    for (int column = 0; column < block.columns().size(); column++) {
                        cells.add(block.valueAt(column, row));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell);
        }
        return row;
    }
}
