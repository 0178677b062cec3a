// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import static io.tdspring.client.tmq.ScriptedSubscription.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a poll does when the connection of its consumer has ended. */
class RejoiningTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final TopicVgroup TWO = new TopicVgroup("t", 2);

    private final ScriptedSubscription first = new ScriptedSubscription();
    private final ScriptedSubscription second = new ScriptedSubscription();
    private final Queue<Supplier<Subscription>> connections = new ConcurrentLinkedQueue<>(List.of(() -> first));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TransportTmqConsumer consumer = new TransportTmqConsumer(
            ConsumerOptions.builder("g")
                    .autoCommit(true)
                    .autoCommitInterval(Duration.ofHours(1))
                    .build(),
            this::connect,
            LONG);

    RejoiningTest() {
        consumer.subscribe(List.of("t"));
        first.calls.clear();
    }

    @AfterEach
    void close() {
        consumer.close();
        threads.shutdownNow();
    }

    private Subscription connect() {
        Supplier<Subscription> next = connections.poll();
        if (next == null) {
            throw broken();
        }
        return next.get();
    }

    private void connectTo(Supplier<Subscription> next) {
        connections.add(next);
    }

    private static TdengineConnectionException broken() {
        return new TdengineConnectionException("the connection to host:6041 broke", null);
    }

    private TmqMessage deliver(ScriptedSubscription server, int vgroupId, long offset) {
        server.answerNextPoll(message(vgroupId, offset));
        TmqMessage message = consumer.poll(LONG);
        assertThat(message.offset()).isEqualTo(offset);
        return message;
    }

    /** The next poll finds the connection broken. */
    private void breakFirst() {
        first.answerNextPoll(broken());
    }

    /** As {@link #breakFirst}, and the next connection is there. */
    private void moveToSecond() {
        breakFirst();
        connectTo(() -> second);
    }

    @Test
    void goesOnWhereTheGroupIsIfThatIsWhereItWas() {
        consumer.commit(deliver(first, 2, 100));
        moveToSecond();
        second.committed = OptionalLong.of(110);

        deliver(second, 2, 110);

        assertThat(second.calls).containsExactly("join [t]", "assignment", "committed", "poll", "fetch 110", "ahead");
        assertThat(first.calls).endsWith("close");
    }

    @Test
    void goesOnBehindWhatItHadDeliveredAndNotCommitted() {
        deliver(first, 2, 100);
        moveToSecond();

        deliver(second, 2, 110);

        assertThat(second.calls).startsWith("join [t]", "assignment", "committed", "seek 2 110", "poll");
    }

    @Test
    void goesOnWhereItHadSought() {
        deliver(first, 2, 100);
        consumer.seek("t", 2, 30);
        moveToSecond();

        deliver(second, 2, 30);

        assertThat(second.calls).contains("seek 2 30");
    }

    @Test
    void startsAtWhatIsCommittedIfAnotherMemberHasBeenAtWork() {
        consumer.commit(deliver(first, 2, 100));
        deliver(first, 2, 110);
        moveToSecond();
        second.committed = OptionalLong.of(300);

        deliver(second, 2, 300);

        assertThat(second.calls).noneMatch(call -> call.startsWith("seek"));
    }

    @Test
    void startsAtWhatIsCommittedIfItDoesNotKnowWhoHasCommittedThat() {
        deliver(first, 2, 100);
        moveToSecond();
        second.committed = OptionalLong.of(60);

        deliver(second, 2, 60);

        assertThat(second.calls).noneMatch(call -> call.startsWith("seek"));
    }

    @Test
    void knowsACommitWhoseAnswerWasLostAsItsOwn() {
        TmqMessage message = deliver(first, 2, 100);
        deliver(first, 2, 110);
        first.commitAnswers.add(CompletableFuture.failedFuture(broken()));
        assertThatThrownBy(() -> consumer.commit(message)).isInstanceOf(TdengineConnectionException.class);
        moveToSecond();
        second.committed = OptionalLong.of(110);

        deliver(second, 2, 120);

        assertThat(second.calls).contains("seek 2 120");
    }

    @Test
    void goesBackAsSoonAsAVgroupThatComesLaterHasAMessage() {
        deliver(first, 2, 100);
        moveToSecond();
        second.assignment = List.of();
        second.answerNextPoll(message(2, 90));

        deliver(second, 2, 110);

        assertThat(second.calls)
                .startsWith("join [t]", "assignment", "poll", "fetch 90")
                .containsSubsequence("committed", "seek 2 110", "poll", "fetch 110");
    }

    @Test
    void leavesAVgroupWhereTheServerHasItIfItCannotGoBack() {
        deliver(first, 2, 100);
        moveToSecond();
        second.refusedSeeks.add(new TdengineTmqException(0x4013, "Offset out of range", 1, null));

        deliver(second, 2, 500);

        assertThat(second.calls).filteredOn(call -> call.startsWith("seek")).hasSize(1);
    }

    @Test
    void deliversNothingOfAVgroupThatHasMovedAgainBeforeItCouldGoBack() {
        deliver(first, 2, 100);
        moveToSecond();
        second.assignment = List.of();
        second.refusedSeeks.add(new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null));
        second.answerNextPoll(message(2, 90));

        deliver(second, 3, 7);

        assertThat(second.calls).contains("fetch 90", "seek 2 110");
    }

    @Test
    void goesBackAfterASecondLossToo() {
        deliver(first, 2, 100);
        moveToSecond();
        second.assignment = List.of();
        second.answerNextPoll(broken());
        ScriptedSubscription third = new ScriptedSubscription();
        connectTo(() -> third);

        deliver(third, 2, 110);

        assertThat(third.calls).contains("seek 2 110");
    }

    @Test
    void deliversNothingThatItCouldNotCommit() {
        CompletableFuture<Announcement> underWay = new CompletableFuture<>();
        first.ahead.add(CompletableFuture.completedFuture(message(2, 110)));
        first.ahead.add(underWay);
        deliver(first, 2, 100);
        underWay.completeExceptionally(broken());
        connectTo(() -> second);

        deliver(second, 2, 110);

        assertThat(second.calls).contains("seek 2 110", "fetch 110");
    }

    @Test
    void commitsByItselfWhatWasDeliveredBefore() {
        deliver(first, 2, 100);
        moveToSecond();
        deliver(second, 3, 7);
        deliver(second, 3, 17);

        consumer.unsubscribe();

        assertThat(second.calls).contains("commit 2 110", "commit 3 17").endsWith("unsubscribe", "close");
    }

    @Test
    void keepsTheTimeOfAPollWhileTheServerIsAway() {
        breakFirst();
        assertThat(consumer.poll(SHORT)).isNull();
        assertThat(consumer.poll(Duration.ZERO)).isNull();
        assertThat(consumer.subscription()).containsExactly("t");

        connectTo(() -> second);

        deliver(second, 2, 0);
    }

    @Test
    void takesUpLaterWhatTakesLongerThanAPoll() throws Exception {
        CountDownLatch isSlow = new CountDownLatch(1);
        connectTo(() -> {
            await(isSlow);
            return second;
        });
        breakFirst();
        assertThat(consumer.poll(SHORT)).isNull();
        assertThat(consumer.poll(SHORT)).isNull();

        isSlow.countDown();

        deliver(second, 2, 0);
        assertThat(second.calls).filteredOn(call -> call.startsWith("join")).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void triesAgainWhileItsGroupIsRebalanced() {
        breakFirst();
        second.failures.add(new TdengineTmqException(0x4001, "Consumer transient error", 1, null));
        connectTo(() -> second);
        connectTo(() -> second);

        deliver(second, 2, 0);

        assertThat(second.calls).filteredOn(call -> call.startsWith("join")).hasSize(2);
    }

    @Test
    void tellsWhatIsRefusedForGoodAndTriesAgainNextTime() {
        breakFirst();
        TdengineException missing = new TdengineTmqException(0x03e1, "Topic not exist", 1, null);
        second.failures.add(missing);
        connectTo(() -> second);
        connectTo(() -> second);

        assertThatThrownBy(() -> consumer.poll(LONG)).isSameAs(missing);

        deliver(second, 2, 0);
    }

    @Test
    void tellsOfALoginThatIsRefused() {
        breakFirst();
        TdengineConnectionException refused = new TdengineConnectionException(0xffff, "init tscObj failed", 0, null);
        connectTo(() -> {
            throw refused;
        });

        assertThatThrownBy(() -> consumer.poll(LONG)).isSameAs(refused);
    }

    @Test
    void endsWithItsClient() {
        breakFirst();
        connectTo(() -> {
            throw new IllegalStateException("the client is closed");
        });

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> consumer.poll(LONG))
                .withMessageContaining("broke");
    }

    @Test
    void aWakeupEndsAPollThatWaitsForTheServer() throws Exception {
        breakFirst();
        Future<TmqMessage> poll = threads.submit(() -> consumer.poll(LONG));

        consumer.wakeup();

        assertThat(poll.get(10, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void closingEndsAPollThatWaitsForTheServer() throws Exception {
        CountDownLatch connecting = new CountDownLatch(1);
        connectTo(() -> {
            connecting.countDown();
            throw broken();
        });
        breakFirst();
        Future<TmqMessage> poll = threads.submit(() -> consumer.poll(LONG));
        await(connecting);

        consumer.close();

        assertThat(poll)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(TdengineConnectionException.class);
    }

    @Test
    void closesAConnectionThatComesTooLate() throws Exception {
        CountDownLatch isSlow = new CountDownLatch(1);
        connectTo(() -> {
            await(isSlow);
            return second;
        });
        breakFirst();
        assertThat(consumer.poll(SHORT)).isNull();

        consumer.close();
        isSlow.countDown();

        second.awaitClose();
        assertThat(second.calls).containsExactly("close");
    }

    @Test
    void canLeaveItsGroupWithoutAServerAndJoinAnother() {
        breakFirst();
        assertThat(consumer.poll(SHORT)).isNull();
        consumer.unsubscribe();
        connectTo(() -> second);

        consumer.subscribe(List.of("u"));

        deliver(second, 2, 0);
        assertThat(second.calls).startsWith("join [u]", "poll");
    }

    @Test
    void otherCallsDoNotJoinAgain() {
        deliver(first, 2, 100);
        breakFirst();
        assertThat(consumer.poll(SHORT)).isNull();
        first.failures.add(broken());

        assertThatThrownBy(() -> consumer.commit(Map.of(TWO, 110L))).isInstanceOf(TdengineConnectionException.class);
    }
}
