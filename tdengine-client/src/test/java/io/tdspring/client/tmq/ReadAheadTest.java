// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import static io.tdspring.client.tmq.ScriptedSubscription.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on its way while a message is handled. */
class ReadAheadTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScriptedSubscription server = new ScriptedSubscription();
    private final TransportTmqConsumer consumer =
            new TransportTmqConsumer(ConsumerOptions.builder("g").build(), () -> server, LONG);

    ReadAheadTest() {
        consumer.subscribe(List.of("t"));
        server.calls.clear();
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    private void ahead(Announcement... answers) {
        for (Announcement answer : answers) {
            server.ahead.add(CompletableFuture.completedFuture(answer));
        }
    }

    private TmqMessage poll(Announcement answer) {
        server.answerNextPoll(answer);
        return consumer.poll(LONG);
    }

    private List<Long> ready() {
        return consumer.pollReady(10).stream().map(TmqMessage::offset).toList();
    }

    @Test
    void fetchesTheNextMessageBeforeItIsAskedFor() {
        ahead(message(2, 110));

        assertThat(poll(message(2, 100)).offset()).isEqualTo(100);

        assertThat(server.calls).containsExactly("poll", "fetch 100", "ahead", "fetch 110", "ahead");
        assertThat(consumer.poll(Duration.ZERO).offset()).isEqualTo(110);
        assertThat(server.calls).hasSize(5);
    }

    @Test
    void givesWhatIsReadyWithoutAsking() {
        ahead(message(2, 110), message(3, 7), message(2, 120));
        assertThat(ready()).isEmpty();
        assertThat(poll(message(2, 100)).offset()).isEqualTo(100);
        server.calls.clear();

        assertThat(consumer.pollReady(2)).extracting(TmqMessage::offset).containsExactly(110L, 7L);
        assertThat(ready()).containsExactly(120L);
        assertThat(ready()).isEmpty();
        assertThat(server.calls).isEmpty();
    }

    @Test
    void holdsNoMoreThanAFewMessages() {
        ahead(message(2, 110), message(2, 120), message(2, 130), message(2, 140));

        poll(message(2, 100));

        // The first has gone to the caller and made room for another one.
        assertThat(server.calls)
                .containsExactly(
                        "poll",
                        "fetch 100",
                        "ahead",
                        "fetch 110",
                        "ahead",
                        "fetch 120",
                        "ahead",
                        "fetch 130",
                        "ahead",
                        "fetch 140");
        assertThat(consumer.poll(LONG).offset()).isEqualTo(110);
        assertThat(server.calls).endsWith("fetch 140", "ahead");
    }

    @Test
    void aSeekDropsWhatLiesHereOfItsVgroupAlone() {
        ahead(message(2, 110), message(3, 7), message(2, 120));
        poll(message(2, 100));

        consumer.seek("t", 2, 30);

        assertThat(ready()).containsExactly(7L);
        assertThat(poll(message(2, 30)).offset()).isEqualTo(30);
    }

    @Test
    void aSeekWaitsForWhatIsOnItsWay() throws Exception {
        CompletableFuture<Announcement> onItsWay = new CompletableFuture<>();
        server.ahead.add(onItsWay);
        poll(message(2, 100));

        CompletableFuture<Void> seek = CompletableFuture.runAsync(() -> consumer.seek("t", 2, 30));
        assertThat(seek).isNotDone();
        onItsWay.complete(message(2, 110));

        assertThat(seek).succeedsWithin(LONG);
        assertThat(server.calls).containsSubsequence("fetch 110", "seek 2 30");
        assertThat(ready()).isEmpty();
    }

    @Test
    void thePositionIsBehindWhatWasDelivered() {
        ahead(message(2, 110), message(3, 7));

        poll(message(2, 100));

        assertThat(consumer.position("t", 2)).hasValue(110);
        assertThat(consumer.position("t", 3)).hasValue(7);
        assertThat(server.calls).doesNotContain("position");
    }

    /** It moves on behind what belongs to no message of the topic, too. */
    @Test
    void asksForThePositionIfNothingLiesHere() {
        poll(message(2, 100));

        assertThat(consumer.position("t", 2)).hasValue(5);
    }

    @Test
    void asksForThePositionOfAVgroupThatWentAndMayHaveComeAgain() {
        poll(message(2, 100));
        server.assignment = List.of();

        assertThat(consumer.assignment("t")).isEmpty();

        assertThat(consumer.position("t", 2)).hasValue(5);
        assertThat(server.calls).endsWith("assignment", "position");
    }

    @Test
    void dropsWhatLiesHereOfAVgroupThatBelongsToAnotherMember() {
        ahead(message(2, 110), message(3, 7));
        TmqMessage handled = poll(message(2, 100));
        server.failures.add(new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null));

        assertThatExceptionOfType(TdengineTmqException.class).isThrownBy(() -> consumer.commit(handled));

        assertThat(ready()).containsExactly(7L);
    }

    @Test
    void aSeekThatIsRefusedSinceTheVgroupHasMovedDropsWhatLiesHereOfItToo() {
        ahead(message(2, 110), message(3, 7));
        poll(message(2, 100));
        server.failures.add(new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null));

        assertThatExceptionOfType(TdengineTmqException.class).isThrownBy(() -> consumer.seek("t", 2, 100));

        assertThat(ready()).containsExactly(7L);
    }

    /** The refusal is old: the vgroup has come again, and what was dropped is what the server handed out since. */
    @Test
    void goesBackToWhereTheGroupStandsIfAVgroupThatWasLostComesAgain() {
        ahead(message(2, 110));
        TmqMessage handled = poll(message(2, 100));
        server.failures.add(new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null));
        assertThatExceptionOfType(TdengineTmqException.class).isThrownBy(() -> consumer.commit(handled));
        server.committed = OptionalLong.of(110);
        server.calls.clear();
        server.answerNextPoll(message(2, 120));

        TmqMessage next = poll(message(2, 110));

        assertThat(next.offset()).isEqualTo(110);
        assertThat(server.calls).containsSubsequence("fetch 120", "committed", "seek 2 110", "fetch 110");
    }

    @Test
    void goesOnIfTheGroupHasReadWhatWasDropped() {
        ahead(message(2, 110));
        TmqMessage handled = poll(message(2, 100));
        server.failures.add(new TdengineTmqException(0x4008, "VgId does not belong to this consumer", 1, null));
        assertThatExceptionOfType(TdengineTmqException.class).isThrownBy(() -> consumer.commit(handled));
        server.committed = OptionalLong.of(120);

        assertThat(poll(message(2, 120)).offset()).isEqualTo(120);
        assertThat(poll(message(2, 130)).offset()).isEqualTo(130);

        assertThat(server.calls).filteredOn("committed"::equals).hasSize(1);
        assertThat(server.calls).noneMatch(call -> call.startsWith("seek"));
    }

    /** Its vgroup went and came again before its position was asked. */
    @Test
    void leavesAMessageThatThePositionIsNotBehindForItComesAgain() {
        server.ends.add(100L);
        server.answerNextPoll(message(2, 100));

        TmqMessage again = poll(message(2, 100));

        assertThat(again.endOffset()).isEqualTo(110);
        assertThat(server.calls).containsSubsequence("fetch 100", "fetch 100");
    }

    @Test
    void deliversAMessageThatThePositionIsNeverBehind() {
        server.ends.add(100L);
        server.ends.add(100L);
        server.answerNextPoll(message(2, 100));

        assertThat(poll(message(2, 100)).endOffset()).isEqualTo(100);
    }

    @Test
    void aFailureComesBehindWhatArrivedBefore() {
        ahead(message(2, 110));
        server.ahead.add(CompletableFuture.failedFuture(new TdengineTmqException(0x03ea, "not ready", 1, null)));
        poll(message(2, 100));

        assertThat(ready()).containsExactly(110L);
        assertThatExceptionOfType(TdengineTmqException.class)
                .isThrownBy(() -> consumer.poll(Duration.ZERO))
                .withMessageContaining("not ready");
        assertThat(poll(message(2, 120)).offset()).isEqualTo(120);
    }

    @Test
    void aMessageThatCannotBeFetchedStopsWhatIsBehindIt() {
        ahead(message(2, 110), message(2, 120));
        server.answerNextPoll(message(2, 100));
        server.failures.add(new UnsupportedFeatureException("column j is a JSON tag"));

        assertThatExceptionOfType(UnreadableMessageException.class).isThrownBy(() -> consumer.poll(LONG));

        assertThat(server.calls).containsExactly("poll", "fetch 100", "position");
        assertThat(ready()).isEmpty();
    }

    @Test
    void looksOnceForWhatMayFollow() {
        poll(message(2, 100));

        assertThat(server.calls).containsExactly("poll", "fetch 100", "ahead");
        assertThat(ready()).isEmpty();
        assertThat(server.calls).hasSize(3);
    }
}
