// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.listener.AckMode;
import io.tdspring.spring.listener.AckPolicy;
import io.tdspring.spring.listener.Acknowledgment;
import io.tdspring.spring.listener.BatchListenerFailedException;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler.Decision;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.FixedBackOff;

/** Rows of a batch that are acknowledged, or come again, by their index. */
class Row14AcknowledgmentTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Plant plant = new Plant();
    private final ScriptedConsumer consumer = new ScriptedConsumer();
    private final BlockingQueue<FailedDelivery> failures = new LinkedBlockingQueue<>();
    private Decision decision = Decision.RETRY;
    private Duration holdTime = LONG;
    private AckMode ackMode = AckMode.MANUAL;
    private @Nullable TdTopicListenerContainer container;

    /** Takes a list as the next of its answers says, and acknowledges it when there is none left. */
    static final class Plant {

        final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();
        final Queue<Consumer<Acknowledgment>> answers = new ConcurrentLinkedQueue<>();

        void batch(List<Integer> values, Acknowledgment acknowledgment) {
            take(values, acknowledgment);
        }

        void row(Integer value, Acknowledgment acknowledgment) {
            take(value, acknowledgment);
        }

        void block(TableBlock block, Acknowledgment acknowledgment) {
            take(block.block().rows(), acknowledgment);
        }

        private void take(Object rows, Acknowledgment acknowledgment) {
            calls.add(rows);
            Consumer<Acknowledgment> answer = answers.poll();
            if (answer == null) {
                acknowledgment.acknowledge();
            } else {
                answer.accept(acknowledgment);
            }
        }

        Object next() throws InterruptedException {
            Object call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    @AfterEach
    void stop() {
        if (container != null) {
            container.stop();
        }
        assertThat(plant.calls).isEmpty();
    }

    private void start(MessageListener listener) {
        ContainerSettings settings = ContainerSettings.builder("plant", List.of("t"))
                .pollTimeout(Duration.ofSeconds(20))
                .acks(AckPolicy.of(ackMode))
                .build();
        DeliveryPolicy policy = new DeliveryPolicy(
                failure -> {
                    failures.add(failure);
                    return decision;
                },
                new FixedBackOff(1, Long.MAX_VALUE),
                holdTime,
                new FixedBackOff(1, Long.MAX_VALUE));
        container = new TdTopicListenerContainer(settings, clientId -> consumer, listener, policy, true);
        container.start();
    }

    private void startBatch() {
        start(Handover.to(plant).batch("batch"));
    }

    private static TmqMessage fourRows() {
        return message(block("d1", "v", 1, 2), block("d2", "v", 3, 4));
    }

    private List<Long> committed() {
        container.stop();
        return consumer.committed;
    }

    private static void fail() {
        throw new IllegalStateException("fails");
    }

    @Test
    void goesOnBehindTheAcknowledgedRowsWhenTheCallFails() throws Exception {
        plant.answers.add(acknowledgment -> {
            acknowledgment.acknowledge(0);
            acknowledgment.acknowledge(1);
            acknowledgment.acknowledge(0);
            fail();
        });
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(plant.next()).isEqualTo(List.of(3, 4));
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.failedRow()).isEqualTo(2);
            assertThat(failure.nextRow()).isEqualTo(4);
        });
        assertThat(committed()).containsExactly(8L);
    }

    @Test
    void takesTheRowThatTheFailureNamesBeforeTheAcknowledgedOnes() throws Exception {
        plant.answers.add(acknowledgment -> {
            acknowledgment.acknowledge(2);
            throw new BatchListenerFailedException("second", new IllegalStateException(), 1);
        });
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(plant.next()).isEqualTo(List.of(2, 3, 4));
    }

    @Test
    void handsTheLastRowOnAgainIfAllWereAcknowledgedAndTheCallFails() throws Exception {
        plant.answers.add(acknowledgment -> {
            acknowledgment.acknowledge(3);
            fail();
        });
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(plant.next()).isEqualTo(List.of(4));
        assertThat(committed()).containsExactly(8L);
    }

    @Test
    void commitsWhenTheLastRowIsAcknowledged() throws Exception {
        plant.answers.add(acknowledgment -> acknowledgment.acknowledge(3));
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(committed()).containsExactly(8L);
    }

    @Test
    void commitsNothingWhileRowsAreLeft() throws Exception {
        plant.answers.add(acknowledgment -> acknowledgment.acknowledge(2));
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(committed()).isEmpty();
    }

    @Test
    void handsTheRowsFromARefusedOneOnAgainFromMemory() throws Exception {
        plant.answers.add(acknowledgment -> acknowledgment.nack(1, SHORT));
        plant.answers.add(acknowledgment -> acknowledgment.nack(2, SHORT));
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(plant.next()).isEqualTo(List.of(2, 3, 4));
        assertThat(plant.next()).isEqualTo(List.of(4));
        assertThat(committed()).containsExactly(8L);
        assertThat(consumer.sought).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void hasTheWholeMessageComeAgainIfThePauseIsLongerThanItMayBeHeld() throws Exception {
        holdTime = Duration.ZERO;
        plant.answers.add(acknowledgment -> acknowledgment.nack(1, SHORT));
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(committed()).containsExactly(8L);
        assertThat(consumer.sought).containsExactly(7L);
    }

    @Test
    void leavesThePauseWhenItIsStopped() throws Exception {
        plant.answers.add(acknowledgment -> acknowledgment.nack(1, LONG.minusSeconds(5)));
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(committed()).isEmpty();
        assertThat(consumer.sought).containsExactly(7L);
    }

    @Test
    void leavesADecisionToTheErrorHandlerIfTheCallFailsAfterThat() throws Exception {
        decision = Decision.SKIP;
        plant.answers.add(acknowledgment -> {
            acknowledgment.nack(3, SHORT);
            fail();
        });
        startBatch();
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 2, 3, 4));
        FailedDelivery failure = failures.poll(10, TimeUnit.SECONDS);
        assertThat(failure.failedRow()).isEqualTo(3);
        assertThat(committed()).containsExactly(8L);
    }

    @Test
    void countsTheRowsThatTheListenerGot() throws Exception {
        InvocationSettings odd = InvocationSettings.of(new TdMapper())
                .withFilter(row -> !row.value().equals(2));
        plant.answers.add(acknowledgment -> acknowledgment.nack(1, SHORT));
        start(Handover.to(plant, odd).batch("batch"));
        consumer.deliver(fourRows());

        assertThat(plant.next()).isEqualTo(List.of(1, 3, 4));
        assertThat(plant.next()).isEqualTo(List.of(3, 4));
    }

    @Test
    void refusesIndexesThatTheListDoesNotHave() throws Exception {
        BlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();
        plant.answers.add(acknowledgment -> {
            thrown.add(catchThrowable(() -> acknowledgment.acknowledge(4)));
            thrown.add(catchThrowable(() -> acknowledgment.acknowledge(-1)));
            thrown.add(catchThrowable(() -> acknowledgment.nack(4, SHORT)));
            thrown.add(catchThrowable(() -> acknowledgment.nack(0, SHORT.negated())));
            acknowledgment.acknowledge();
        });
        startBatch();
        consumer.deliver(fourRows());

        plant.next();
        assertThat(committed()).containsExactly(8L);
        assertThat(thrown).hasSize(4).allSatisfy(e -> assertThat(e).isInstanceOf(IllegalArgumentException.class));
        assertThat(thrown.element()).hasMessage("there is no row 4 in a list of 4 rows");
    }

    @Test
    void refusesIndexesWhereThereIsNoList() throws Exception {
        BlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();
        Consumer<Acknowledgment> withIndex = acknowledgment -> {
            thrown.add(catchThrowable(() -> acknowledgment.acknowledge(0)));
            thrown.add(catchThrowable(() -> acknowledgment.nack(0, SHORT)));
            acknowledgment.acknowledge();
        };
        plant.answers.addAll(List.of(withIndex, withIndex));
        start(Handover.to(plant).record("row"));
        consumer.deliver(message(block("d1", "v", 1)));
        assertThat(plant.next()).isEqualTo(1);
        container.stop();

        start(Handover.to(plant).record("block"));
        consumer.deliver(message(block("d1", "v", 1)));
        assertThat(plant.next()).isEqualTo(1);
        container.stop();

        assertThat(thrown)
                .hasSize(4)
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("only a batch listener"));
    }

    @Test
    void leavesOnlyTheWholeAcknowledgmentToOtherThreadsAndToLater() throws Exception {
        AtomicReference<Acknowledgment> kept = new AtomicReference<>();
        plant.answers.add(kept::set);
        startBatch();
        consumer.deliver(fourRows());
        plant.next();
        container.stop();

        List<Throwable> thrown = new ArrayList<>();
        thrown.add(catchThrowable(() -> kept.get().acknowledge(0)));
        thrown.add(catchThrowable(() -> kept.get().nack(SHORT)));
        thrown.add(catchThrowable(() -> kept.get().nack(0, SHORT)));
        kept.get().acknowledge();

        assertThat(thrown)
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("only the listener's thread"));
    }

    @Test
    void refusesAnotherThreadAlsoDuringTheCall() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        plant.answers.add(acknowledgment -> {
            Thread other = new Thread(() -> thrown.set(catchThrowable(() -> acknowledgment.nack(0, SHORT))));
            other.start();
            try {
                other.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            acknowledgment.acknowledge();
        });
        startBatch();
        consumer.deliver(fourRows());

        plant.next();
        assertThat(committed()).containsExactly(8L);
        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatThereIsNothingToAcknowledgeInAnotherMode() throws Exception {
        ackMode = AckMode.BATCH;
        decision = Decision.SKIP;
        startBatch();
        consumer.deliver(fourRows());

        assertThat(failures.poll(10, TimeUnit.SECONDS).cause())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MANUAL");
    }

    static class Unacknowledged {

        @TdTopicListener(id = "meters", topics = "t", ackMode = "record")
        void reading(int value, Acknowledgment acknowledgment) {}
    }

    @Test
    void refusesAnAnnotatedListenerInAnotherModeAtStartUp() {
        assertThatThrownBy(() -> new Listening().with(new Unacknowledged()).start())
                .hasStackTraceContaining("MANUAL_IMMEDIATE, not RECORD");
    }
}
