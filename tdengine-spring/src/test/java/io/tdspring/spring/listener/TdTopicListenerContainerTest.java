// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.UnreadableMessageException;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.spring.listener.adapter.MethodListener;
import io.tdspring.spring.mapping.TdMapper;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.FixedBackOff;

class TdTopicListenerContainerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScriptedConsumer consumer = new ScriptedConsumer();
    private final BlockingQueue<ScriptedConsumer> consumers = new LinkedBlockingQueue<>(List.of(consumer));
    private final Listeners listeners = new Listeners();
    private ErrorHandler errorHandler = ErrorHandler.retryForever();
    private Duration holdTime = LONG;
    private int concurrency = 1;
    private AckMode acks = AckMode.BATCH;
    private TdTopicListenerContainer container;

    record Value(int v) {}

    /** The user's methods: they note what they got and fail at the values that a test names. */
    static final class Listeners {

        final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();
        final AtomicInteger failuresAtThree = new AtomicInteger();
        volatile CountDownLatch release = new CountDownLatch(0);

        void row(Value value) throws InterruptedException {
            calls.add(value.v());
            failAtThree(value.v());
            release.await();
        }

        void record(TdRecord<Value> row) {
            calls.add(row);
        }

        void acknowledging(Value value, Acknowledgment acknowledgment) {
            calls.add(acknowledgment);
        }

        void refusingOnce(Value value, Acknowledgment acknowledgment) {
            calls.add(value.v());
            if (value.v() == 3 && failuresAtThree.getAndDecrement() > 0) {
                acknowledgment.nack(Duration.ofMillis(1));
            } else {
                acknowledgment.acknowledge();
            }
        }

        void rows(List<Value> values) {
            calls.add(values.stream().map(Value::v).toList());
            values.forEach(value -> failAtThree(value.v()));
        }

        void message(TmqMessage message) {
            calls.add(message.offset());
        }

        void seeking(Value value, TdConsumerSeeker seeker) {
            if (value.v() == 3 && failuresAtThree.getAndDecrement() > 0) {
                calls.add(seeker.assignment("t"));
                seeker.seekToBeginning("t");
            } else {
                calls.add(value.v());
            }
        }

        private void failAtThree(int value) {
            if (value == 3 && failuresAtThree.getAndDecrement() > 0) {
                throw new IllegalStateException("three");
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
        listeners.release.countDown();
        if (container != null) {
            container.stop();
        }
    }

    private void start(String method) {
        MessageListener listener = MethodListener.record(listeners, method(method), new TdMapper());
        start(listener);
    }

    private void start(MessageListener listener) {
        ContainerSettings settings = ContainerSettings.builder("plant", List.of("t"))
                .concurrency(concurrency)
                .pollTimeout(Duration.ofSeconds(20))
                .shutdownTimeout(Duration.ofSeconds(10))
                .keepAlive(Duration.ofMillis(1))
                .acks(AckPolicy.of(acks))
                .build();
        FixedBackOff soon = new FixedBackOff(1, Long.MAX_VALUE);
        container = new TdTopicListenerContainer(
                settings, clientId -> take(), listener, new DeliveryPolicy(errorHandler, soon, holdTime, soon), true);
        container.start();
    }

    /** The next consumer; none is left when the server is away. */
    private ScriptedConsumer take() {
        ScriptedConsumer next = consumers.poll();
        if (next == null) {
            throw new TdengineConnectionException("the server is away", null);
        }
        return next;
    }

    private static Method method(String name) {
        return Arrays.stream(Listeners.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void commitsTheEndOfAMessageAfterItsLastRow() throws Exception {
        start("row");
        consumer.deliver(message(7, 1, 2));

        assertThat(listeners.next()).isEqualTo(1);
        assertThat(listeners.next()).isEqualTo(2);

        container.stop();
        assertThat(consumer.committed).containsExactly(8L);
        assertThat(consumer.closed).isTrue();
        assertThat(consumer.topics).isEmpty();
    }

    @Test
    void handsTheFailedRowOnAgainAndNotTheRowsBeforeIt() throws Exception {
        listeners.failuresAtThree.set(2);
        start("row");
        consumer.deliver(message(0, 1, 3, 4));

        assertThat(List.of(listeners.next(), listeners.next(), listeners.next(), listeners.next(), listeners.next()))
                .containsExactly(1, 3, 3, 3, 4);
        container.stop();
        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void leavesAMessageUncommittedThatNeverSucceeded() throws Exception {
        listeners.failuresAtThree.set(Integer.MAX_VALUE);
        start("row");
        consumer.deliver(message(0, 1));
        consumer.deliver(message(1, 3));

        assertThat(listeners.next()).isEqualTo(1);
        assertThat(listeners.next()).isEqualTo(3);
        assertThat(listeners.next()).isEqualTo(3);

        container.stop();
        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void asksForAMessageAgainThatCouldNotBeHeldLonger() throws Exception {
        holdTime = Duration.ZERO;
        listeners.failuresAtThree.set(1);
        start("row");
        consumer.deliver(message(5, 3));

        assertThat(listeners.next()).isEqualTo(3);
        assertThat(listeners.next()).isEqualTo(3);

        container.stop();
        assertThat(consumer.sought).containsExactly(5L);
        assertThat(consumer.committed).containsExactly(6L);
    }

    @Test
    void goesOnBehindARowThatIsGivenUp() throws Exception {
        errorHandler = failure -> ErrorHandler.Decision.SKIP;
        listeners.failuresAtThree.set(1);
        start("row");
        consumer.deliver(message(0, 3, 4));

        assertThat(listeners.next()).isEqualTo(3);
        assertThat(listeners.next()).isEqualTo(4);
        container.stop();
        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void endsWithTheMessageUncommittedWhenTheErrorHandlerSaysStop() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        errorHandler = failure -> {
            ended.countDown();
            return ErrorHandler.Decision.STOP;
        };
        listeners.failuresAtThree.set(1);
        start("row");
        consumer.deliver(message(0, 3));

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        container.stop();
        assertThat(container.isRunning()).isFalse();
        assertThat(consumer.committed).isEmpty();
        assertThat(consumer.closed).isTrue();
    }

    @Test
    void handsABatchOnAsOneListAndRepeatsAllOfIt() throws Exception {
        listeners.failuresAtThree.set(1);
        start(MethodListener.batch(listeners, method("rows"), new TdMapper()));
        consumer.deliver(message(0, 2, 3));

        assertThat(listeners.next()).isEqualTo(List.of(2, 3));
        assertThat(listeners.next()).isEqualTo(List.of(2, 3));
        container.stop();
        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void tellsARecordWhereItCameFrom() throws Exception {
        start("record");
        consumer.deliver(message(9, 1));

        assertThat(listeners.next()).isEqualTo(new TdRecord<>(new Value(1), "t", "db", 2, 9, "d1"));
    }

    @Test
    void handsAMessageOnOnceToAMethodThatTakesNoRow() throws Exception {
        start("message");
        consumer.deliver(message(4, 1, 2));
        consumer.deliver(message(5, 3));

        assertThat(listeners.next()).isEqualTo(4L);
        assertThat(listeners.next()).isEqualTo(5L);
    }

    @Test
    void letsAListenerSeekAndSeeItsAssignment() throws Exception {
        listeners.failuresAtThree.set(1);
        start("seeking");
        consumer.deliver(message(0, 1));
        consumer.deliver(message(1, 3));

        assertThat(listeners.next()).isEqualTo(1);
        assertThat(listeners.next()).isEqualTo(List.of(new VgroupAssignment(2, 0, 0, 10)));
        assertThat(listeners.next()).isEqualTo(1);
    }

    @Test
    void finishesAndCommitsTheMessageInHandWhenItIsStopped() throws Exception {
        listeners.release = new CountDownLatch(1);
        start("row");
        consumer.deliver(message(0, 1));
        assertThat(listeners.next()).isEqualTo(1);
        CountDownLatch stopped = new CountDownLatch(1);

        container.stop(stopped::countDown);
        assertThat(stopped.await(50, TimeUnit.MILLISECONDS)).isFalse();
        listeners.release.countDown();

        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(consumer.committed).containsExactly(1L);
        assertThat(consumer.closed).isTrue();
    }

    @Test
    void endsAPollThatWaitsWhenItIsStopped() throws Exception {
        start("row");
        consumer.awaitPoll();

        container.stop();

        assertThat(container.isRunning()).isFalse();
        assertThat(consumer.closed).isTrue();
    }

    @Test
    void makesAnotherConsumerWhenTheServerIsBack() throws Exception {
        ScriptedConsumer second = new ScriptedConsumer();
        start("row");
        consumer.deliver(message(0, 1));
        assertThat(listeners.next()).isEqualTo(1);

        consumer.fail(new TdengineConnectionException("the connection broke", null));
        consumers.add(second);
        second.deliver(message(1, 2));

        assertThat(listeners.next()).isEqualTo(2);
        container.stop();
        assertThat(consumer.closed).isTrue();
        assertThat(second.committed).containsExactly(2L);
    }

    @Test
    void keepsItsConsumerWhenAVgroupHasMovedBeforeItsCommit() throws Exception {
        start("row");
        consumer.commitFailure = new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null);
        consumer.deliver(message(0, 1));
        consumer.deliver(message(7, 2));

        assertThat(listeners.next()).isEqualTo(1);
        assertThat(listeners.next()).isEqualTo(2);
        container.stop();
        assertThat(consumer.committed).containsExactly(8L);
    }

    @Test
    void measuresItsLagFromTheEndsAndPositions() throws Exception {
        start("row");
        consumer.deliver(message(0, 1));
        assertThat(listeners.next()).isEqualTo(1);
        consumer.deliver(message(1, 2));
        assertThat(listeners.next()).isEqualTo(2);

        // The first message's lag has been measured before the second was polled: 10 is the end, 1 the position.
        assertThat(container.lag()).isEqualTo(OptionalLong.of(9));
    }

    @Test
    void canBeStartedAgain() throws Exception {
        start("row");
        consumer.awaitPoll();
        container.stop();
        ScriptedConsumer second = new ScriptedConsumer();
        consumers.add(second);

        container.start();
        second.deliver(message(0, 1));

        assertThat(listeners.next()).isEqualTo(1);
    }

    @Test
    void handsNothingOnWhilePausedAndHasItComeAgain() throws Exception {
        start("row");
        consumer.awaitPoll();
        container.pause();
        assertThat(container.isPauseRequested()).isTrue();

        consumer.deliver(message(0, 1));
        consumer.awaitSought();
        assertThat(listeners.calls).isEmpty();
        container.resume();

        assertThat(listeners.next()).isEqualTo(1);
        container.stop();
        assertThat(consumer.sought).containsOnly(0L);
        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void endsAsAWholeWhenOneLoopCannotGoOn() throws Exception {
        ScriptedConsumer second = new ScriptedConsumer();
        consumers.add(second);
        concurrency = 2;
        start("row");
        consumer.awaitPoll();
        second.awaitPoll();

        second.fail(new IllegalStateException("a bug"));
        consumer.awaitClosed();

        assertThat(container.stopReason())
                .hasValueSatisfying(reason -> assertThat(reason.cause()).hasMessage("a bug"));
    }

    @Test
    void saysThatItsErrorHandlerHasStoppedIt() throws Exception {
        errorHandler = failure -> ErrorHandler.Decision.STOP;
        listeners.failuresAtThree.set(1);
        start("row");

        consumer.deliver(message(0, 3));
        consumer.awaitClosed();

        assertThat(container.stopReason())
                .hasValueSatisfying(reason -> assertThat(reason.cause()).hasRootCauseMessage("three"));
    }

    @Test
    void keepsItsConsumerWhenAPollFailsInPassing() throws Exception {
        start("row");
        consumer.fail(new TdengineTmqException(0x03ef, "topic being rebalanced", 1, null));
        consumer.deliver(message(0, 1));

        assertThat(listeners.next()).isEqualTo(1);
        container.stop();
        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void commitsAMessageWhenAllItsRowsHaveBeenAcknowledged() throws Exception {
        acks = AckMode.MANUAL;
        start("acknowledging");
        consumer.deliver(message(0, 1, 2));
        Acknowledgment first = (Acknowledgment) listeners.next();
        Acknowledgment second = (Acknowledgment) listeners.next();
        consumer.deliver(message(1, 3));
        Acknowledgment third = (Acknowledgment) listeners.next();

        second.acknowledge();
        third.acknowledge();
        third.acknowledge();
        consumer.deliver(message(2, 4));
        listeners.next();
        assertThat(consumer.committed).isEmpty();
        first.acknowledge();

        container.stop();
        assertThat(consumer.committed).containsExactly(2L);
    }

    @Test
    void hasAMessageComeAgainThatItsListenerRefuses() throws Exception {
        acks = AckMode.MANUAL_IMMEDIATE;
        listeners.failuresAtThree.set(1);
        start("refusingOnce");
        consumer.deliver(message(5, 3, 4));

        assertThat(List.of(listeners.next(), listeners.next(), listeners.next()))
                .containsExactly(3, 3, 4);
        container.stop();
        assertThat(consumer.sought).containsExactly(5L);
        assertThat(consumer.committed).containsExactly(6L);
    }

    @Test
    void tellsThatThereIsNothingToAcknowledge() throws Exception {
        errorHandler = failure -> ErrorHandler.Decision.STOP;
        start("acknowledging");
        consumer.deliver(message(0, 1));
        consumer.awaitClosed();

        assertThat(container.stopReason())
                .hasValueSatisfying(reason -> assertThat(reason.cause())
                        .hasRootCauseMessage(
                                "there is nothing to acknowledge: set the ack mode to MANUAL or MANUAL_IMMEDIATE"));
    }

    @Test
    void goesOnBehindAMessageThatCannotBeReadWhenItIsGivenUp() throws Exception {
        errorHandler = failure -> ErrorHandler.Decision.SKIP;
        start("row");
        TdengineProtocolException cause = new TdengineProtocolException("tags of the type JSON");
        consumer.fail(new UnreadableMessageException(new TopicVgroup("t", 2), 5, 7, cause));
        consumer.deliver(message(7, 1));

        assertThat(listeners.next()).isEqualTo(1);
        container.stop();
        assertThat(consumer.sought).containsExactly(7L);
        assertThat(consumer.committed).containsExactly(7L, 8L);
    }

    @Test
    void stopsAtAMessageThatCannotBeReadIfItsErrorHandlerSaysSo() throws Exception {
        errorHandler = failure -> ErrorHandler.Decision.STOP;
        start("row");
        TdengineProtocolException cause = new TdengineProtocolException("tags of the type JSON");

        consumer.fail(new UnreadableMessageException(new TopicVgroup("t", 2), 5, 7, cause));
        consumer.awaitClosed();

        assertThat(container.stopReason())
                .hasValueSatisfying(reason -> assertThat(reason.cause()).hasRootCauseMessage("tags of the type JSON"));
        assertThat(consumer.committed).isEmpty();
    }
}
