// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.spring;

import io.tdspring.benchmarks.client.Clients;
import io.tdspring.benchmarks.workload.Messages;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.mapping.RowMapper;
import io.tdspring.spring.mapping.TdMapper;
import java.time.Duration;
import java.util.List;

/** Reads messages of a topic as Java records, one a row. */
public final class ConsumeRecords implements Workload {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final TdMapper mapper = new TdMapper();
    private final TdengineClient client;
    private final TmqConsumer consumer;

    public ConsumeRecords(WebSocketEngineType engine, String endpoint) {
        this.client = Clients.connect(engine, endpoint);
        this.consumer =
                client.newConsumer(ConsumerOptions.builder(Messages.GROUP).build());
        consumer.subscribe(List.of(Messages.TOPIC));
    }

    @Override
    public Work run() {
        long rows = 0;
        double sum = 0;
        for (int i = 0; i < Messages.COUNT; i++) {
            TmqMessage message = consumer.poll(WAIT);
            if (message == null) {
                throw new IllegalStateException("the topic has ended");
            }
            for (TableBlock table : message.blocks()) {
                sum += sumOf(table);
                rows += table.block().rows();
            }
        }
        return new Work(rows, sum);
    }

    private double sumOf(TableBlock table) {
        RowMapper<Measurement> reader =
                mapper.reader(Measurement.class, table.block().columns());
        double sum = 0;
        for (int row = 0; row < table.block().rows(); row++) {
            sum += reader.mapRow(table.block().row(row)).sum();
        }
        return sum;
    }

    @Override
    public void close() {
        consumer.close();
        client.close();
    }
}
