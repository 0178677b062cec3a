// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.benchmarks.workload.Messages;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Block;
import java.time.Duration;
import java.util.List;

/** Reads messages of a topic, and every cell of them. */
public final class Consume implements Workload {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final TdengineClient client;
    private final TmqConsumer consumer;

    public Consume(WebSocketEngineType engine, String endpoint) {
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
                sum += sumOf(table.block());
                rows += table.block().rows();
            }
        }
        return new Work(rows, sum);
    }

    private static double sumOf(Block block) {
        double sum = 0;
        for (int row = 0; row < block.rows(); row++) {
            sum += block.longAt(0, row) & 0xffff;
            sum += block.floatAt(1, row);
            sum += block.intAt(2, row);
            sum += block.floatAt(3, row);
        }
        return sum;
    }

    @Override
    public void close() {
        consumer.close();
        client.close();
    }
}
