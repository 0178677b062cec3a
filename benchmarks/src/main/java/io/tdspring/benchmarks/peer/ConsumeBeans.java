// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import com.taosdata.jdbc.tmq.ConsumerRecord;
import com.taosdata.jdbc.tmq.TaosConsumer;
import io.tdspring.benchmarks.workload.Messages;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** Reads messages of a topic as objects of a class, which is the driver's faster way. */
public final class ConsumeBeans implements Workload {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final TaosConsumer<Reading> consumer;

    public ConsumeBeans(String endpoint) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("td.connect.type", "ws");
        properties.setProperty("bootstrap.servers", endpoint);
        properties.setProperty("td.connect.user", "root");
        properties.setProperty("td.connect.pass", "taosdata");
        properties.setProperty("group.id", Messages.GROUP);
        properties.setProperty("client.id", "1");
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("value.deserializer", ReadingDeserializer.class.getName());
        properties.setProperty("messageWaitTimeout", String.valueOf(Peer.TIMEOUT.toMillis()));
        this.consumer = new TaosConsumer<>(properties);
        consumer.subscribe(List.of(Messages.TOPIC));
    }

    @Override
    public Work run() throws SQLException {
        long rows = 0;
        double sum = 0;
        for (int i = 0; i < Messages.COUNT; i++) {
            for (ConsumerRecord<Reading> record : consumer.poll(WAIT)) {
                sum += record.value().sum();
                rows++;
            }
        }
        return new Work(rows, sum);
    }

    @Override
    public void close() {
        try {
            consumer.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the driver does not close", e);
        }
    }
}
