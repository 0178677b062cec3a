// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.AckPolicy;
import io.tdspring.spring.listener.Acknowledgment;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.support.TdHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.handler.annotation.Header;

/** A listener that has a message come again gets nothing more of it, whatever it takes. */
class Row14RefusedPartsTest {

    private final Plant plant = new Plant();

    record Value(int v) {}

    /** Refuses its first call. */
    static final class Plant {

        final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();
        private final AtomicBoolean refused = new AtomicBoolean();

        void block(TableBlock block, Acknowledgment acknowledgment) {
            take(block.block().intAt(0, 0), acknowledgment);
        }

        void meta(TableMeta.Dropped dropped, Acknowledgment acknowledgment) {
            take(dropped.tables().get(0), acknowledgment);
        }

        void batch(List<Value> values, Acknowledgment acknowledgment) {
            take(values.stream().map(Value::v).toList(), acknowledgment);
        }

        void named(Value value, Acknowledgment acknowledgment, @Header(TdHeaders.TABLE_NAME) String table) {
            calls.add(table);
            acknowledgment.acknowledge();
        }

        private void take(Object value, Acknowledgment acknowledgment) {
            calls.add(value);
            if (refused.compareAndSet(false, true)) {
                acknowledgment.nack(Duration.ZERO);
            } else {
                acknowledgment.acknowledge();
            }
        }
    }

    private List<Object> calls(MessageListener listener, TmqMessage message, int expected) throws Exception {
        ScriptedConsumer consumer = new ScriptedConsumer();
        ContainerSettings settings = ContainerSettings.builder("plant", List.of("t"))
                .pollTimeout(Duration.ofSeconds(20))
                .acks(AckPolicy.of(AckMode.MANUAL))
                .build();
        DeliveryPolicy defaults = DeliveryPolicy.defaults();
        DeliveryPolicy skipping = new DeliveryPolicy(
                failure -> ErrorHandler.Decision.SKIP,
                defaults.retryBackOff(),
                defaults.holdTime(),
                defaults.reconnectBackOff());
        TdTopicListenerContainer container =
                new TdTopicListenerContainer(settings, clientId -> consumer, listener, skipping, true);
        container.start();
        try {
            consumer.deliver(message);
            List<Object> calls = new ArrayList<>();
            for (int i = 0; i < expected; i++) {
                calls.add(plant.calls.poll(10, TimeUnit.SECONDS));
            }
            return calls;
        } finally {
            container.stop();
            assertThat(consumer.committed).containsExactly(8L);
            assertThat(plant.calls).isEmpty();
        }
    }

    @Test
    void comesAgainWithAllItsBlocks() throws Exception {
        TmqMessage message = message(block("d1", "v", 1), block("d2", "v", 2));

        assertThat(calls(Handover.to(plant).record("block"), message, 3)).containsExactly(1, 1, 2);
    }

    @Test
    void comesAgainWithAllItsChangesOfTables() throws Exception {
        TmqMessage message = message(List.of(new TableMeta.Dropped(List.of("a")), new TableMeta.Dropped(List.of("b"))));

        assertThat(calls(Handover.to(plant).record("meta"), message, 3)).containsExactly("a", "a", "b");
    }

    @Test
    void comesAgainBeforeARowIsGivenUpThatDoesNotFit() throws Exception {
        TmqMessage message = message(block("d1", "v", 1, null, 3));

        assertThat(calls(Handover.to(plant).batch("batch"), message, 3))
                .containsExactly(List.of(1), List.of(1), List.of(3));
    }

    @Test
    void waitsForNoAcknowledgmentOfACallThatWasNotMade() throws Exception {
        TmqMessage message = message(block(null, "v", 1), block("d1", "v", 2));

        assertThat(calls(Handover.to(plant).record("named"), message, 1)).containsExactly("d1");
    }
}
