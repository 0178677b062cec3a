// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitsTest {

    private static final TopicVgroup VGROUP = new TopicVgroup("t", 2);

    private final ScriptedConsumer consumer = new ScriptedConsumer();

    private Commits commits(AckMode mode, int count) {
        return new Commits(consumer, new AckPolicy(mode, count, Duration.ofHours(1)));
    }

    private static void handle(Commits commits, TmqMessage message) {
        commits.begin(message).done();
        commits.afterMessage();
    }

    @Test
    void commitsEachMessageByItself() {
        Commits commits = commits(AckMode.RECORD, 1);

        handle(commits, message(0, 1));
        handle(commits, message(1, 1));

        assertThat(consumer.committed).containsExactly(1L, 2L);
    }

    @Test
    void commitsWhatAPollBroughtTogether() {
        Commits commits = commits(AckMode.BATCH, 1);

        handle(commits, message(0, 1));
        handle(commits, message(1, 1));
        assertThat(consumer.committed).isEmpty();
        commits.afterBatch();

        assertThat(consumer.committed).containsExactly(2L);
    }

    @Test
    void commitsWhenTheCountIsReached() {
        Commits commits = commits(AckMode.COUNT, 2);

        handle(commits, message(0, 1));
        commits.afterBatch();
        assertThat(consumer.committed).isEmpty();
        handle(commits, message(1, 1));

        assertThat(consumer.committed).containsExactly(2L);
    }

    @Test
    void commitsWhenTheTimeHasGoneBy() {
        Commits commits = new Commits(consumer, new AckPolicy(AckMode.TIME, 1, Duration.ofNanos(1)));

        handle(commits, message(0, 1));

        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void waitsForTheTime() {
        Commits commits = commits(AckMode.COUNT_TIME, 2);

        handle(commits, message(0, 1));
        commits.afterBatch();
        assertThat(consumer.committed).isEmpty();
        commits.commitAll();

        assertThat(consumer.committed).containsExactly(1L);
    }

    @Test
    void neverCommitsBehindAMessageThatIsNotHandled() {
        Commits commits = commits(AckMode.BATCH, 1);
        handle(commits, message(0, 1));
        HandledMessages.Entry open = commits.begin(message(1, 1));
        handle(commits, message(2, 1));

        commits.afterBatch();
        assertThat(consumer.committed).containsExactly(1L);
        open.done();
        commits.afterBatch();

        assertThat(consumer.committed).containsExactly(1L, 3L);
    }

    @Test
    void commitsNothingBehindThePlaceThatAListenerHasSought() {
        Commits commits = commits(AckMode.BATCH, 1);
        handle(commits, message(4, 1));
        HandledMessages.Entry inHand = commits.begin(message(5, 1));

        commits.seek(VGROUP, 5);
        inHand.done();
        commits.afterBatch();

        assertThat(consumer.sought).containsExactly(5L);
        assertThat(consumer.committed).containsExactly(5L);
    }

    @Test
    void takesTheGroupBackWithThePosition() {
        Commits commits = commits(AckMode.RECORD, 1);
        handle(commits, message(7, 1));
        HandledMessages.Entry inHand = commits.begin(message(8, 1));

        commits.seek(VGROUP, 3);
        inHand.done();
        commits.afterMessage();

        assertThat(consumer.committed).containsExactly(8L, 3L);
    }

    @Test
    void commitsTheMessageInHandWhenAListenerSeeksForward() {
        Commits commits = commits(AckMode.RECORD, 1);
        HandledMessages.Entry inHand = commits.begin(message(3, 1));

        commits.seek(VGROUP, 9);
        inHand.done();
        commits.afterMessage();

        assertThat(consumer.committed).containsExactly(4L);
    }

    @Test
    void knowsWhatComesAgainUntilTheNextPoll() {
        Commits commits = commits(AckMode.BATCH, 1);
        commits.seek(VGROUP, 3);

        assertThat(commits.comesAgain(VGROUP)).isTrue();
        assertThat(commits.comesAgain(new TopicVgroup("t", 3))).isFalse();
        commits.beginBatch();

        assertThat(commits.comesAgain(VGROUP)).isFalse();
    }

    @Test
    void takesAMovedVgroupForNoFailure() {
        Commits commits = commits(AckMode.RECORD, 1);
        consumer.commitFailure = new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null);

        handle(commits, message(0, 1));
        handle(commits, message(1, 1));

        assertThat(consumer.committed).containsExactly(2L);
    }

    @Test
    void goesOnWhileACommitIsUnderWayAndHearsOfItsFailureBeforeTheNext() {
        Commits commits = commits(AckMode.BATCH, 1);
        consumer.commitFailure = new TdengineTmqException(0x03e6, "Consumer is not in its group", 1, null);
        handle(commits, message(0, 1));

        commits.afterBatch();

        assertThatExceptionOfType(TdengineTmqException.class).isThrownBy(commits::afterBatch);
    }

    @Test
    void waitsForTheCommitOfEachMessageIfThatIsItsMode() {
        Commits commits = commits(AckMode.RECORD, 1);
        consumer.commitFailure = new TdengineTmqException(0x03e6, "Consumer is not in its group", 1, null);

        assertThatExceptionOfType(TdengineTmqException.class).isThrownBy(() -> handle(commits, message(0, 1)));
    }
}
