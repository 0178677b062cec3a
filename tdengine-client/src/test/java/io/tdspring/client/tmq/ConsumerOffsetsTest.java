// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import static io.tdspring.client.tmq.ScriptedSubscription.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.client.transport.Subscription.Assignment;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumerOffsetsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final TopicVgroup TWO = new TopicVgroup("t", 2);
    private static final TopicVgroup THREE = new TopicVgroup("t", 3);

    private final ScriptedSubscription server = new ScriptedSubscription();
    private final TransportTmqConsumer consumer =
            new TransportTmqConsumer(ConsumerOptions.builder("g").build(), () -> server, LONG);

    ConsumerOffsetsTest() {
        consumer.subscribe(List.of("t"));
        server.calls.clear();
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    private static Map<TopicVgroup, Long> twoOffsets() {
        Map<TopicVgroup, Long> offsets = new LinkedHashMap<>();
        offsets.put(TWO, 7L);
        offsets.put(THREE, 9L);
        return offsets;
    }

    private static TdengineTmqException moved() {
        return new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null);
    }

    private static TdengineTmqException assignmentUnknown() {
        return new TdengineTmqException(0x4010, "Assignment or poll first", 1, null);
    }

    @Test
    void commitsAllOffsetsOfAMap() {
        consumer.commit(twoOffsets());

        assertThat(server.calls).containsExactly("commit 2 7", "commit 3 9");
    }

    @Test
    void commitsTheOthersIfOneOfAMapIsRefused() {
        server.failures.add(moved());

        assertThatExceptionOfType(TdengineTmqException.class)
                .isThrownBy(() -> consumer.commit(twoOffsets()))
                .matches(failure -> failure.code() == 0x4008);

        assertThat(server.calls).containsExactly("commit 2 7", "commit 3 9");
    }

    @Test
    void commitsAgainWhatTheServerRefusedBeforeItWasAskedForTheAssignment() {
        server.failures.add(assignmentUnknown());

        consumer.commit(twoOffsets());

        assertThat(server.calls).containsExactly("commit 2 7", "commit 3 9", "assignment", "commit 2 7");
    }

    @Test
    void commitsNothingOfAnEmptyMap() {
        consumer.commit(Map.of());

        assertThat(consumer.commitAsync(Map.of())).succeedsWithin(LONG);
        assertThat(server.calls).isEmpty();
    }

    @Test
    void commitsWithoutWaitingForTheAnswer() {
        consumer.assignment("t");
        CompletableFuture<Void> answer = new CompletableFuture<>();
        server.commitAnswers.add(answer);

        CompletableFuture<Void> committed = consumer.commitAsync(Map.of(TWO, 7L));

        assertThat(committed).isNotDone();
        answer.complete(null);
        assertThat(committed).succeedsWithin(LONG);
        assertThat(server.calls).containsExactly("assignment", "commit 2 7");
    }

    @Test
    void asksForTheAssignmentOfATopicOfWhichNothingIsKnown() {
        assertThat(consumer.commitAsync(Map.of(TWO, 7L))).succeedsWithin(LONG);
        assertThat(consumer.commitAsync(Map.of(TWO, 8L))).succeedsWithin(LONG);

        assertThat(server.calls).containsExactly("assignment", "commit 2 7", "commit 2 8");
    }

    @Test
    void doesNotAskForTheAssignmentAfterAMessage() {
        server.answerNextPoll(message(2, 100));
        TmqMessage message = consumer.poll(LONG);

        assertThat(consumer.commitAsync(Map.of(message.vgroup(), message.endOffset())))
                .succeedsWithin(LONG);

        assertThat(server.calls).containsExactly("poll", "fetch 100", "ahead", "commit 2 110");
    }

    @Test
    void tellsOfAnAsynchronousCommitThatFailed() {
        consumer.assignment("t");
        server.commitAnswers.add(CompletableFuture.failedFuture(new TdengineTimeoutException("too slow", null)));

        assertThat(consumer.commitAsync(Map.of(TWO, 7L)))
                .failsWithin(LONG)
                .withThrowableThat()
                .withCauseInstanceOf(TdengineTimeoutException.class)
                .withMessageContaining("too slow");
    }

    @Test
    void runsWhatAUserAddsOnAnotherThreadThanTheAnswers() {
        consumer.assignment("t");
        CompletableFuture<Void> answer = new CompletableFuture<>();
        server.commitAnswers.add(answer);
        CompletableFuture<Thread> ranOn =
                consumer.commitAsync(Map.of(TWO, 7L)).thenApply(done -> Thread.currentThread());

        answer.complete(null);

        assertThat(ranOn).succeedsWithin(LONG).isNotSameAs(Thread.currentThread());
    }

    @Test
    void seeksTheBordersOfVgroups() {
        server.assignment = List.of(new Assignment(2, 0, 4, 50), new Assignment(3, 0, 5, 60));

        consumer.seekToBeginning(List.of(TWO, THREE));
        consumer.seekToEnd(List.of(THREE));

        assertThat(server.calls).containsExactly("assignment", "seek 2 4", "seek 3 5", "assignment", "seek 3 60");
    }

    @Test
    void seeksNothingIfOneBorderIsUnknown() {
        server.assignment = List.of(new Assignment(2, 0, 4, 50), new Assignment(3, 0, -1, -1));

        assertThatIllegalStateException()
                .isThrownBy(() -> consumer.seekToBeginning(List.of(TWO, THREE)))
                .withMessageContaining("vgroup 3 of topic t");

        assertThat(server.calls).containsExactly("assignment");
    }

    @Test
    void seeksNothingIfOneVgroupBelongsToAnotherConsumer() {
        server.assignment = List.of(new Assignment(2, 0, 4, 50));

        assertThatExceptionOfType(TdengineTmqException.class)
                .isThrownBy(() -> consumer.seekToEnd(List.of(TWO, THREE)))
                .matches(failure -> failure.code() == 0x4008)
                .withMessageContaining("vgroup 3 of topic t");

        assertThat(server.calls).containsExactly("assignment");
    }

    @Test
    void countsWhatItHasDone() {
        assertThat(consumer.stats()).isEqualTo(ConsumerStats.NONE);
        server.answerNextPoll(message(2, 100));
        consumer.commit(consumer.poll(LONG));
        server.answerNextPoll(new Announcement(null));
        assertThat(consumer.poll(Duration.ZERO)).isNull();
        server.commitAnswers.add(CompletableFuture.failedFuture(new TdengineTimeoutException("too slow", null)));
        assertThat(consumer.commitAsync(twoOffsets())).failsWithin(LONG);

        consumer.unsubscribe();

        assertThat(consumer.stats()).isEqualTo(new ConsumerStats(3, 1, 0, 2, 1)); // Once it looked ahead.
    }
}
