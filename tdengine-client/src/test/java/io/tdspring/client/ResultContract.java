// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static io.tdspring.client.QueriedRows.row;
import static io.tdspring.client.QueriedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.ServerVersion;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.data.Row;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineProgrammingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What results are, over every transport and from the embedded server in its versions. */
abstract class ResultContract {

    private static final ServerVersion DECIMAL_SINCE = new ServerVersion("3.3.6.0");

    final String version;
    final EmbeddedTdengine server;
    final TransportType transport;
    private final WebSocketEngineType engine;
    final TdengineClient client;

    /** @param version of the server */
    ResultContract(TransportType transport, WebSocketEngineType engine, String version) {
        this.version = version;
        this.server = server().start();
        this.transport = transport;
        this.engine = engine;
        this.client = builder().build();
    }

    EmbeddedTdengine.Builder server() {
        return EmbeddedTdengine.builder().version(version);
    }

    TdengineClientBuilder builder() {
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
}
