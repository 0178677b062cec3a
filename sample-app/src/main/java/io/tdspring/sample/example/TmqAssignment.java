// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.data.Block;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where a consumer is in its vgroups, and how it goes back to read the same messages again. */
@Component
final class TmqAssignment implements Example {

    private static final String TOPIC = "tmq_assignment";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** So many rows are a message, to which the server adds no others. */
    private static final int ENOUGH = 5000;

    @Override
    public String name() {
        return TOPIC;
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleTopic.startWith(client, TOPIC);
        ConsumerOptions options = ConsumerOptions.builder("examples")
                .clientId(TOPIC)
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build();
        try (TmqConsumer consumer = client.newConsumer(options)) {
            consumer.subscribe(List.of(TOPIC));
            ExampleTopic.write(client, TOPIC, 0, ENOUGH);
            print(consumer, out);
            TmqMessage first = next(consumer, out);
            ExampleTopic.write(client, TOPIC, ENOUGH, ENOUGH);
            next(consumer, out);

            consumer.seek(TOPIC, first.vgroupId(), first.startOffset());
            out.accept("back to the first");
            print(consumer, out);
            next(consumer, out);
            next(consumer, out);
        }
    }

    private static void print(TmqConsumer consumer, Consumer<String> out) {
        for (VgroupAssignment vgroup : consumer.assignment(TOPIC)) {
            out.accept("vgroup " + vgroup.vgroupId() + " has offsets " + vgroup.begin() + " to " + vgroup.end());
        }
    }

    private static TmqMessage next(TmqConsumer consumer, Consumer<String> out) {
        TmqMessage message = consumer.poll(TIMEOUT);
        if (message == null) {
            throw new IllegalStateException("nothing came within " + TIMEOUT);
        }
        Block block = message.blocks().get(0).block();
        out.accept("message of " + message.rows() + " rows from " + block.intAt(1, 0) + " at offset " + message.offset()
                + " of vgroup " + message.vgroupId());
        return message;
    }
}
