// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.taosdata.jdbc.tmq.ConsumerRecord;
import com.taosdata.jdbc.tmq.ConsumerRecords;
import com.taosdata.jdbc.tmq.OffsetAndMetadata;
import com.taosdata.jdbc.tmq.TaosConsumer;
import com.taosdata.jdbc.tmq.TopicPartition;
import com.taosdata.jdbc.ws.tmq.meta.Meta;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The consumer of the vendor's own driver at work. */
class TaosConsumerTest {

    private static final int ROWS = 50;

    private EmbeddedTdengine server;
    private RestPeer rest;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder().start();
        rest = new RestPeer(server);
        rest.run("/rest/sql", "create database d vgroups 2 keep 36500");
        sql("create stable meters(ts timestamp, v int, s varchar(10)) tags(g int)");
        sql("create topic rows_of_meters as select ts, v, s, tbname from meters");
        for (int i = 0; i < ROWS; i++) {
            sql("insert into d" + i % 5 + " using meters tags(1) values(" + (1_700_000_000_000L + i) + "," + i + ",'s"
                    + i + "')");
        }
    }

    private void sql(String statement) {
        rest.run("/rest/sql/d", statement);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Properties properties(String group) {
        Properties properties = new Properties();
        properties.setProperty("td.connect.type", "ws");
        properties.setProperty("bootstrap.servers", server.endpoint());
        properties.setProperty("td.connect.user", "root");
        properties.setProperty("td.connect.pass", "taosdata");
        properties.setProperty("group.id", group);
        properties.setProperty("client.id", "1");
        properties.setProperty("auto.offset.reset", "earliest");
        properties.setProperty("enable.auto.commit", "false");
        return properties;
    }

    @Test
    void receivesAllRowsOfATopic() throws SQLException {
        List<Integer> values = new ArrayList<>();

        try (TaosConsumer<Map<String, Object>> consumer = new TaosConsumer<>(properties("g1"))) {
            consumer.subscribe(List.of("rows_of_meters"));
            readAll(consumer, values);
            consumer.unsubscribe();
        }

        assertThat(values).hasSize(ROWS).doesNotHaveDuplicates().contains(0, ROWS - 1);
    }

    @Test
    void goesOnWhereItsGroupHasCommitted() throws SQLException {
        List<Integer> values = new ArrayList<>();
        try (TaosConsumer<Map<String, Object>> consumer = new TaosConsumer<>(properties("g2"))) {
            consumer.subscribe(List.of("rows_of_meters"));
            readAll(consumer, new ArrayList<>());
            consumer.commitSync();
        }
        sql("insert into d1 values(1700000100000,1000,'new')");

        try (TaosConsumer<Map<String, Object>> consumer = new TaosConsumer<>(properties("g2"))) {
            consumer.subscribe(List.of("rows_of_meters"));
            while (values.isEmpty()) {
                poll(consumer, values);
            }
        }

        assertThat(values).containsExactly(1000);
    }

    @Test
    void seeksToTheBeginning() throws SQLException {
        List<Integer> again = new ArrayList<>();

        try (TaosConsumer<Map<String, Object>> consumer = new TaosConsumer<>(properties("g3"))) {
            consumer.subscribe(List.of("rows_of_meters"));
            readAll(consumer, new ArrayList<>());
            Set<TopicPartition> partitions = consumer.assignment();
            consumer.seekToBeginning(partitions);
            readAll(consumer, again);
            assertThat(partitions).hasSize(2);
        }

        assertThat(again).hasSize(ROWS);
    }

    @Test
    void commitsAndSeeksOffsetsOfItsOwnChoice() throws SQLException {
        try (TaosConsumer<Map<String, Object>> consumer = new TaosConsumer<>(properties("g4"))) {
            consumer.subscribe(List.of("rows_of_meters"));
            readAll(consumer, new ArrayList<>());
            TopicPartition partition = consumer.assignment().iterator().next();
            long end = consumer.position(partition);

            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(end)));
            consumer.seek(partition, 0);

            assertThat(consumer.committed(Set.of(partition)).get(partition).offset())
                    .isEqualTo(end);
            assertThat(consumer.position(partition)).isZero();
            assertThat(consumer.beginningOffsets("rows_of_meters").get(partition))
                    .isZero();
            assertThat(consumer.endOffsets("rows_of_meters").get(partition)).isEqualTo(end);
        }
    }

    @Test
    void readsSeveralTopicsAtOnce() throws SQLException {
        sql("create table other(ts timestamp, v int)");
        sql("create topic rows_of_other as select ts, v from other");
        sql("insert into other values(1700000000000, 777)");
        List<Integer> values = new ArrayList<>();

        try (TaosConsumer<Map<String, Object>> consumer = new TaosConsumer<>(properties("g5"))) {
            consumer.subscribe(List.of("rows_of_meters", "rows_of_other"));
            assertThat(consumer.subscription()).containsExactlyInAnyOrder("rows_of_meters", "rows_of_other");
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < ROWS + 1 && System.nanoTime() < deadline) {
                poll(consumer, values);
            }
        }

        assertThat(values).hasSize(ROWS + 1).contains(777, 0);
    }

    @Test
    void readsChangesOfTables() throws SQLException {
        sql("create topic changes with meta as stable meters");
        sql("alter table d1 set tag g = 7");
        sql("alter stable meters add column w double");
        Properties properties = properties("g6");
        // The driver reads changes in batches only.
        properties.setProperty("enable_batch_meta", "1");
        List<Meta> metas = new ArrayList<>();
        List<Integer> values = new ArrayList<>();

        try (TaosConsumer<Map<String, Object>> consumer = new TaosConsumer<>(properties)) {
            consumer.subscribe(List.of("changes"));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while ((values.size() < ROWS || metas.size() < 5) && System.nanoTime() < deadline) {
                for (ConsumerRecord<Map<String, Object>> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.getMeta() != null) {
                        metas.add(record.getMeta());
                    }
                    if (record.value() != null) {
                        values.add((Integer) record.value().get("v"));
                    }
                }
            }
        }

        assertThat(values).hasSize(ROWS);
        assertThat(metas)
                .extracting(meta -> meta.getType() + " " + meta.getTableType() + " " + meta.getTableName())
                .contains("CREATE SUPER meters", "ALTER CHILD d1", "ALTER SUPER meters");
    }

    private static void readAll(TaosConsumer<Map<String, Object>> consumer, List<Integer> values) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (values.size() < ROWS && System.nanoTime() < deadline) {
            poll(consumer, values);
        }
    }

    private static void poll(TaosConsumer<Map<String, Object>> consumer, List<Integer> values) throws SQLException {
        ConsumerRecords<Map<String, Object>> records = consumer.poll(Duration.ofMillis(200));
        for (ConsumerRecord<Map<String, Object>> record : records) {
            values.add((Integer) record.value().get("v"));
        }
    }
}
