// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import static io.tdspring.client.tmq.ScriptedSubscription.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutoCommitTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Announcement NOTHING = new Announcement(null);

    private final ScriptedSubscription server = new ScriptedSubscription();
    private final TransportTmqConsumer consumer = consumer(Duration.ofMillis(1));

    private TransportTmqConsumer consumer(Duration interval) {
        ConsumerOptions options = ConsumerOptions.builder("g")
                .autoCommit(true)
                .autoCommitInterval(interval)
                .build();
        TransportTmqConsumer consumer = new TransportTmqConsumer(options, () -> server, LONG);
        consumer.subscribe(List.of("t"));
        server.calls.clear();
        return consumer;
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    private void poll(Announcement answer) {
        server.answerNextPoll(answer);
        awaitTheInterval();
        TmqMessage unused = consumer.poll(Duration.ZERO);
    }

    /** Until the interval of a millisecond is over. */
    private static void awaitTheInterval() {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < Duration.ofMillis(2).toNanos()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void commitsWhatTheNextPollFindsHandled() {
        poll(message(2, 100));
        poll(message(3, 7));
        assertThat(server.calls)
                .containsExactly("poll", "fetch 100", "ahead", "commit 2 110", "poll", "fetch 7", "ahead");

        poll(NOTHING);
        poll(NOTHING);

        assertThat(server.calls).endsWith("commit 3 17", "poll", "poll");
    }

    @Test
    void waitsForItsInterval() {
        try (TransportTmqConsumer patient = consumer(Duration.ofHours(1))) {
            server.answerNextPoll(message(2, 100));
            assertThat(patient.poll(Duration.ZERO)).isNotNull();
            server.answerNextPoll(NOTHING);
            assertThat(patient.poll(Duration.ZERO)).isNull();

            assertThat(server.calls).containsExactly("poll", "fetch 100", "ahead", "poll");
        }
    }

    @Test
    void commitsWhatHasBeenHandledBeforeItLeavesTheGroup() {
        try (TransportTmqConsumer patient = consumer(Duration.ofHours(1))) {
            server.answerNextPoll(message(2, 100));
            assertThat(patient.poll(Duration.ZERO)).isNotNull();
            server.answerNextPoll(message(3, 7));
            assertThat(patient.poll(Duration.ZERO)).isNotNull();

            patient.unsubscribe();

            assertThat(server.calls)
                    .as("the message in hand may not have been handled")
                    .containsExactly(
                            "poll",
                            "fetch 100",
                            "ahead",
                            "poll",
                            "fetch 7",
                            "ahead",
                            "commit 2 110",
                            "unsubscribe",
                            "close");
        }
    }

    @Test
    void leavesTheGroupAlsoIfItCannotCommit() {
        poll(message(2, 100));
        server.failures.add(new TdengineTimeoutException("too slow", null));
        poll(NOTHING);
        server.failures.add(new TdengineTimeoutException("too slow", null));

        consumer.unsubscribe();

        assertThat(server.calls).endsWith("commit 2 110", "unsubscribe", "close");
    }

    @Test
    void repeatsACommitThatFailed() {
        poll(message(2, 100));
        server.commitAnswers.add(CompletableFuture.failedFuture(new TdengineTimeoutException("too slow", null)));
        poll(NOTHING);

        poll(NOTHING);

        assertThat(server.calls).filteredOn("commit 2 110"::equals).hasSize(2);
    }

    @Test
    void givesUpWhatBelongsToAnotherMember() {
        poll(message(2, 100));
        server.commitAnswers.add(CompletableFuture.failedFuture(
                new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null)));
        poll(NOTHING);

        poll(NOTHING);

        assertThat(server.calls).filteredOn("commit 2 110"::equals).hasSize(1);
    }

    @Test
    void doesNotCommitAgainWhileACommitIsUnderWay() {
        poll(message(2, 100));
        CompletableFuture<Void> slow = new CompletableFuture<>();
        server.commitAnswers.add(slow);
        poll(message(2, 110));

        poll(NOTHING);
        assertThat(server.calls).endsWith("commit 2 110", "poll", "fetch 110", "ahead", "poll");
        slow.complete(null);
        poll(NOTHING);

        assertThat(server.calls).endsWith("commit 2 120", "poll");
    }

    @Test
    void aSeekBackTakesTheGroupBackToo() {
        poll(message(2, 100));
        consumer.seek("t", 2, 30);

        poll(NOTHING);

        assertThat(server.calls).containsExactly("poll", "fetch 100", "ahead", "seek 2 30", "commit 2 30", "poll");
    }
}
