// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static io.tdspring.client.QueriedRows.row;
import static io.tdspring.client.QueriedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.client.stmt.TdStatement;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.transport.ServerVersion;
import io.tdspring.client.writer.TdengineWriter;
import io.tdspring.client.writer.WriterOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A row of the page of capabilities, and how to find out whether it works. */
enum Capability {
    STATEMENTS("statements and their results") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create table " + database + ".t (ts timestamp, v int)");
            assertThat(client.execute("insert into " + database + ".t values (1700000000000, 7)"))
                    .isEqualTo(1);
            assertThat(rows(client, "select ts, v from " + database + ".t")).containsExactly(row(T, 7));
        }
    },
    DATABASE("database of a client or session") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create table " + database + ".t (ts timestamp, v int)");
            client.useDatabase(database);
            assertThat(rows(client, "select * from t")).isEmpty();
            try (TdengineSession session =
                    client.newSession().database(database).open()) {
                assertThat(session.execute("insert into t values (1700000000000, 7)"))
                        .isEqualTo(1);
            }
        }
    },
    TIME_ZONE("time zone of a client or session") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create table " + database + ".t (ts timestamp, v int)");
            try (TdengineSession session =
                    client.newSession().timeZone(ZoneId.of("Asia/Tokyo")).open()) {
                session.execute("insert into " + database + ".t values ('2023-11-15 07:13:20.000', 7)");
            }
            assertThat(rows(client, "select ts, v from " + database + ".t")).containsExactly(row(T, 7));
        }
    },
    DECIMAL("DECIMAL columns") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create table " + database + ".t (ts timestamp, v decimal(10,2), w decimal(38,3))");
            client.execute("insert into " + database + ".t values (1700000000000, -12.34, 1234567890123456789012.345)");
            assertThat(rows(client, "select v, w from " + database + ".t"))
                    .containsExactly(row(new BigDecimal("-12.34"), new BigDecimal("1234567890123456789012.345")));
        }
    },
    BLOB("BLOB columns") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create table " + database + ".t (ts timestamp, v blob)");
            client.execute("insert into " + database + ".t values (1700000000000, '\\x0102ff')");
            List<Object> cells =
                    rows(client, "select v from " + database + ".t").get(0);
            assertThat((byte[]) cells.get(0)).containsExactly(1, 2, 0xff);
        }
    },
    SCHEMALESS("schemaless writing") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.useDatabase(database);
            assertThat(client.writeSchemaless(SchemalessRequest.lines("m,g=a v=7i32 1700000000000000000"))
                            .affectedRows())
                    .isEqualTo(1);
            assertThat(rows(client, "select v, g from m")).containsExactly(row(7, "a"));
        }
    },
    BINDING("bound parameters") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create table " + database + ".t (ts timestamp, v int)");
            try (TdStatement insert = client.prepare("insert into " + database + ".t values (?, ?)")) {
                insert.setInstant(0, T).setLong(1, 7).addRow();
                assertThat(insert.execute()).isEqualTo(1);
            }
            assertThat(rows(client, "select ts, v from " + database + ".t")).containsExactly(row(T, 7));
        }
    },
    DECIMAL_BINDING("bound DECIMAL") {
        @Override
        void attempt(TdengineClient client, String database) {
            // Where there are no such columns, binding is to fail all the same.
            boolean none = new ServerVersion(client.serverVersion()).isOlderThan(new ServerVersion("3.3.6.0"));
            String type = none ? "double" : "decimal(10,2)";
            client.execute("create table " + database + ".t (ts timestamp, v " + type + ")");
            try (TdStatement insert = client.prepare("insert into " + database + ".t values (?, ?)")) {
                insert.setInstant(0, T).setDecimal(1, new BigDecimal("-12.34")).addRow();
                assertThat(insert.execute()).isEqualTo(1);
            }
            assertThat(rows(client, "select v from " + database + ".t")).containsExactly(row(new BigDecimal("-12.34")));
        }
    },
    WRITER("background writer") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create stable " + database + ".s (ts timestamp, v int) tags (g int)");
            WriterOptions options = WriterOptions.into(database, "s")
                    .tags("g")
                    .columns("ts", "v")
                    .build();
            try (TdengineWriter writer = client.newWriter(options)) {
                writer.newRow()
                        .table("c")
                        .setLong(0, 1)
                        .setInstant(1, T)
                        .setLong(2, 7)
                        .append();
            }
            assertThat(rows(client, "select tbname, g, ts, v from " + database + ".s"))
                    .containsExactly(row("c", 1, T, 7));
        }
    },
    SUBSCRIPTIONS("subscriptions") {
        @Override
        void attempt(TdengineClient client, String database) {
            client.execute("create table " + database + ".t (ts timestamp, v int)");
            client.execute("create topic topic_" + database + " as select ts, v from " + database + ".t");
            client.execute("insert into " + database + ".t values (1700000000000, 7)");
            try (TmqConsumer consumer = client.newConsumer(ConsumerOptions.builder("g")
                    .autoOffsetReset(OffsetReset.EARLIEST)
                    .build())) {
                consumer.subscribe(List.of("topic_" + database));
                TmqMessage message = consumer.poll(Duration.ofSeconds(10));
                assertThat(message.blocks().get(0).block().intAt(1, 0)).isEqualTo(7);
                consumer.commit(message);
            }
        }
    },
    RAW_ANSWERS("raw answers") {
        @Override
        void attempt(TdengineClient client, String database) {
            assertThat(client.rest().sql("select 7", 1).code()).isZero();
        }
    };

    private static final Instant T = Instant.ofEpochMilli(1700000000000L);

    private final String title;

    Capability(String title) {
        this.title = title;
    }

    /** As the page calls it. */
    String title() {
        return title;
    }

    /** Throws what the client throws if it does not work; the database is empty. */
    abstract void attempt(TdengineClient client, String database);
}
