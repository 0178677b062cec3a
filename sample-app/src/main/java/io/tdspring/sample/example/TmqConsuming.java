// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Block;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A consumer of a topic: its options by TDengine's names, rows as they are written, and commits of what has been handled. */
@Component
final class TmqConsuming implements Example {

    private static final String TOPIC = "tmq_consumer";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ROWS = 3;

    @Override
    public String name() {
        return TOPIC;
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleTopic.startWith(client, TOPIC);
        ConsumerOptions options =
                ConsumerOptions.of(Map.of("group.id", "examples", "client.id", TOPIC, "auto.offset.reset", "earliest"));
        try (TmqConsumer consumer = client.newConsumer(options)) {
            consumer.subscribe(List.of(TOPIC));
            ExampleTopic.write(client, TOPIC, 1, ROWS);
            int rows = 0;
            while (rows < ROWS) {
                TmqMessage message = consumer.poll(TIMEOUT);
                if (message == null) {
                    throw new IllegalStateException("nothing came within " + TIMEOUT);
                }
                print(message, out);
                consumer.commit(message);
                rows += message.rows();
            }
            consumer.unsubscribe();
        }
        out.accept("left the group");
    }

    private static void print(TmqMessage message, Consumer<String> out) {
        for (TableBlock table : message.blocks()) {
            Block block = table.block();
            for (int row = 0; row < block.rows(); row++) {
                out.accept(message.topic() + ": " + block.instantAt(0, row) + " " + block.intAt(1, row));
            }
        }
    }
}
