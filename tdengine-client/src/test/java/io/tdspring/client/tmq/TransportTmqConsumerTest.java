// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import static io.tdspring.client.tmq.ScriptedSubscription.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTmqConsumerTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Announcement NOTHING = new Announcement(null);

    private final ScriptedSubscription server = new ScriptedSubscription();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TransportTmqConsumer consumer = consumer(LONG);

    private TransportTmqConsumer consumer(Duration requestTimeout) {
        return new TransportTmqConsumer(ConsumerOptions.builder("g").build(), () -> server, requestTimeout);
    }

    private Future<TmqMessage> startPoll() {
        return threads.submit(() -> consumer.poll(LONG));
    }

    private static TmqMessage result(Future<TmqMessage> poll) throws Exception {
        return poll.get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        consumer.close();
        threads.shutdownNow();
    }

    @Test
    void deliversAMessageWithThePositionBehindIt() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();

        server.takePoll().complete(message(2, 100));

        TmqMessage message = result(poll);
        assertThat(message).isEqualTo(new TmqMessage("t", "d", 2, 100, 110, List.of()));
        assertThat(server.calls).containsExactly("join [t]", "poll", "fetch 100", "ahead");
    }

    @Test
    void commitsThePositionBehindAMessage() {
        consumer.subscribe(List.of("t"));

        consumer.commit(new TmqMessage("t", "d", 2, 100, 110, List.of()));

        assertThat(server.calls).endsWith("commit 2 110");
    }

    @Test
    void pollsUntilAMessageComes() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();

        server.takePoll().complete(NOTHING);
        server.takePoll().complete(message(2, 1));

        assertThat(result(poll).offset()).isEqualTo(1);
    }

    @Test
    void findsNothingWhenTheTimeoutIsOver() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = threads.submit(() -> consumer.poll(Duration.ZERO));

        server.takePoll().complete(NOTHING);

        assertThat(result(poll)).isNull();
    }

    @Test
    void aWakeupEndsAPollAndLosesNoMessage() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();
        CompletableFuture<Announcement> answer = server.takePoll();

        consumer.wakeup();

        assertThat(result(poll)).isNull();
        answer.complete(message(2, 100));
        assertThat(consumer.poll(LONG).offset()).isEqualTo(100);
        assertThat(server.calls).containsExactly("join [t]", "poll", "fetch 100", "ahead");
    }

    @Test
    void aPollTakesUpTheOneThatIsUnderWay() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> first = startPoll();
        CompletableFuture<Announcement> answer = server.takePoll();
        consumer.wakeup();
        assertThat(result(first)).isNull();

        assertThat(consumer.poll(Duration.ofMillis(20))).isNull();
        Future<TmqMessage> second = startPoll();
        assertThat(server.calls).filteredOn("poll"::equals).hasSize(1);
        answer.complete(message(2, 100));

        assertThat(result(second).offset()).isEqualTo(100);
    }

    @Test
    void aWakeupBeforeThePollEndsIt() {
        consumer.subscribe(List.of("t"));

        consumer.wakeup();

        assertThat(consumer.poll(LONG)).isNull();
        assertThat(server.calls).containsExactly("join [t]");
    }

    @Test
    void readsTheSameMessageAgainAfterAFailure() throws Exception {
        consumer.subscribe(List.of("t"));
        server.failures.add(new TdengineTimeoutException("too slow", null));
        Future<TmqMessage> poll = startPoll();
        server.takePoll().complete(message(2, 100));
        assertThat(failureOf(poll)).hasMessage("too slow");

        TmqMessage message = consumer.poll(LONG);

        assertThat(message.offset()).isEqualTo(100);
        assertThat(server.calls).containsExactly("join [t]", "poll", "fetch 100", "fetch 100", "ahead");
    }

    @Test
    void saysHowToPassOverAMessageThatCannotBeRead() {
        consumer.subscribe(List.of("t"));
        server.answerNextPoll(message(2, 3));
        for (int i = 0; i < 2; i++) {
            server.failures.add(new UnsupportedFeatureException("column j is a JSON tag"));
            assertThatExceptionOfType(UnreadableMessageException.class)
                    .isThrownBy(() -> consumer.poll(Duration.ZERO))
                    .withMessageStartingWith("the message at offset 3 of vgroup 2 of topic t cannot be read; seek to 5")
                    .withMessageEndingWith("column j is a JSON tag")
                    .satisfies(failure -> {
                        assertThat(failure.vgroup()).isEqualTo(new TopicVgroup("t", 2));
                        assertThat(failure.startOffset()).isEqualTo(3);
                        assertThat(failure.endOffset()).isEqualTo(5);
                    });
        }

        consumer.seek("t", 2, 5);

        server.answerNextPoll(message(2, 5));
        assertThat(consumer.poll(Duration.ZERO).offset()).isEqualTo(5);
    }

    @Test
    void leavesAMessageWhoseVgroupHasMovedToItsNewOwner() throws Exception {
        consumer.subscribe(List.of("t"));
        server.failures.add(new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null));
        Future<TmqMessage> poll = startPoll();
        server.takePoll().complete(message(2, 100));
        assertThat(failureOf(poll)).isInstanceOf(TdengineTmqException.class);

        Future<TmqMessage> next = startPoll();
        server.takePoll().complete(message(3, 7));

        assertThat(result(next).vgroupId()).isEqualTo(3);
    }

    @Test
    void aLateAnswerIsATimeoutAndIsNotLost() throws Exception {
        try (TransportTmqConsumer impatient = consumer(Duration.ofMillis(200))) {
            impatient.subscribe(List.of("t"));
            assertThatExceptionOfType(TdengineTimeoutException.class)
                    .isThrownBy(() -> impatient.poll(Duration.ZERO))
                    .withMessage("host:6041 did not answer poll within 200 ms");

            server.takePoll().complete(message(2, 100));

            assertThat(impatient.poll(Duration.ZERO).offset()).isEqualTo(100);
        }
    }

    @Test
    void aFailedPollIsReportedOnce() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();
        server.takePoll().completeExceptionally(new TdengineTmqException(0x03ea, "Consumer not ready", 1, null));
        assertThat(failureOf(poll)).isInstanceOf(TdengineTmqException.class);

        Future<TmqMessage> next = startPoll();
        server.takePoll().complete(message(2, 1));

        assertThat(result(next).offset()).isEqualTo(1);
    }

    @Test
    void aSeekDropsWhatWasAnnouncedOfItsVgroup() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();
        CompletableFuture<Announcement> announced = server.takePoll();
        consumer.wakeup();
        assertThat(result(poll)).isNull();
        announced.complete(message(2, 100));

        consumer.seek("t", 2, 30);

        Future<TmqMessage> next = startPoll();
        server.takePoll().complete(message(2, 30));
        assertThat(result(next).offset()).isEqualTo(30);
        assertThat(server.calls)
                .containsExactly("join [t]", "poll", "fetch 100", "ahead", "seek 2 30", "poll", "fetch 30", "ahead");
    }

    @Test
    void aSeekKeepsWhatWasAnnouncedOfAnotherVgroup() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();
        CompletableFuture<Announcement> announced = server.takePoll();
        consumer.wakeup();
        assertThat(result(poll)).isNull();
        announced.complete(message(2, 100));

        consumer.seek("t", 3, 30);

        assertThat(consumer.poll(LONG).offset()).isEqualTo(100);
    }

    @Test
    void asksForTheAssignmentIfTheServerWantsItFirst() {
        consumer.subscribe(List.of("t"));
        server.failures.add(new TdengineTmqException(0x4010, "Assignment or poll first", 1, null));

        consumer.commit("t", 2, 7);

        assertThat(server.calls).containsExactly("join [t]", "commit 2 7", "assignment", "commit 2 7");
    }

    @Test
    void refusesNegativeOffsets() {
        consumer.subscribe(List.of("t"));

        assertThatIllegalArgumentException().isThrownBy(() -> consumer.seek("t", 2, -1));
    }

    @Test
    void refusesASecondThread() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();
        CompletableFuture<Announcement> answer = server.takePoll();

        assertThatIllegalStateException()
                .isThrownBy(() -> consumer.commit("t", 2, 1))
                .withMessageContaining("in use by thread pool-");

        answer.complete(message(2, 1));
        assertThat(result(poll)).isNotNull();
    }

    @Test
    void closingFailsAPollThatWaits() throws Exception {
        consumer.subscribe(List.of("t"));
        Future<TmqMessage> poll = startPoll();
        assertThat(server.takePoll()).isNotDone();

        consumer.close();
        consumer.close();

        assertThat(failureOf(poll)).isInstanceOf(TdengineConnectionException.class);
        assertThat(server.calls).filteredOn("close"::equals).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> consumer.poll(LONG)).withMessageContaining("closed");
    }

    @Test
    void isSubscribedOnce() {
        assertThatIllegalStateException().isThrownBy(() -> consumer.poll(LONG)).withMessageContaining("not subscribed");
        assertThatIllegalArgumentException().isThrownBy(() -> consumer.subscribe(List.of()));

        consumer.subscribe(List.of("t"));

        assertThat(consumer.subscription()).containsExactly("t");
        assertThatIllegalStateException()
                .isThrownBy(() -> consumer.subscribe(List.of("u")))
                .withMessageContaining("unsubscribe first");
    }

    @Test
    void canSubscribeAgainAfterLeaving() {
        consumer.unsubscribe();
        consumer.subscribe(List.of("t"));

        consumer.unsubscribe();
        consumer.subscribe(List.of("u"));

        assertThat(consumer.subscription()).containsExactly("u");
        assertThat(server.calls).containsExactly("join [t]", "unsubscribe", "close", "join [u]");
    }

    @Test
    void isNotSubscribedIfJoiningFails() {
        server.failures.add(new TdengineTmqException(0x03e1, "Topic not exist", 1, null));

        assertThatExceptionOfType(TdengineTmqException.class).isThrownBy(() -> consumer.subscribe(List.of("t")));

        assertThat(consumer.subscription()).isEmpty();
        assertThat(server.calls).containsExactly("join [t]", "close");
    }

    private static Throwable failureOf(Future<?> future) throws Exception {
        try {
            Object value = future.get(10, TimeUnit.SECONDS);
            throw new AssertionError("no failure but " + value);
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
