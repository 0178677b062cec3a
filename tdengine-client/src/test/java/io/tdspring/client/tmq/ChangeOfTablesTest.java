// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import static io.tdspring.client.tmq.ScriptedSubscription.changeOfTables;
import static io.tdspring.client.tmq.ScriptedSubscription.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.client.transport.Subscription.Assignment;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a message starts that has no rows, and whose offset lies behind it therefore. */
class ChangeOfTablesTest {

    private final ScriptedSubscription server = new ScriptedSubscription();
    private final TransportTmqConsumer consumer =
            new TransportTmqConsumer(ConsumerOptions.builder("g").build(), () -> server, Duration.ofSeconds(30));

    ChangeOfTablesTest() {
        consumer.subscribe(List.of("t"));
        server.calls.clear();
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    private TmqMessage poll(Announcement answer) {
        server.answerNextPoll(answer);
        return consumer.poll(Duration.ZERO);
    }

    @Test
    void comesWithoutRows() {
        TmqMessage message = poll(changeOfTables(2, 50));

        assertThat(message.blocks()).isEmpty();
        assertThat(message.rows()).isZero();
        assertThat(message.metas()).containsExactly(ScriptedSubscription.CHANGE);
        assertThat(message.offset()).isEqualTo(50);
        assertThat(message.endOffset()).isEqualTo(50);
    }

    @Test
    void startsWhereTheMessageBeforeItEnded() {
        assertThat(poll(message(2, 30)).endOffset()).isEqualTo(40);
        assertThat(poll(message(3, 45)).startOffset()).isEqualTo(45);

        assertThat(poll(changeOfTables(2, 50)).startOffset()).isEqualTo(40);
        assertThat(poll(changeOfTables(2, 52)).startOffset()).isEqualTo(50);

        assertThat(server.calls).doesNotContain("committed", "assignment");
    }

    @Test
    void startsWhereItsVgroupWasSought() {
        consumer.seek("t", 2, 17);

        assertThat(poll(changeOfTables(2, 50)).startOffset()).isEqualTo(17);
    }

    @Test
    void startsWhereTheGroupHadCommittedIfItIsTheFirst() {
        server.committed = OptionalLong.of(48);

        assertThat(poll(changeOfTables(2, 50)).startOffset()).isEqualTo(48);
    }

    @Test
    void startsWhereReadingBeganIfNothingIsCommitted() {
        server.assignment = List.of(new Assignment(3, 1, 1, 60), new Assignment(2, 47, 12, 60));

        assertThat(poll(changeOfTables(2, 50)).startOffset()).isEqualTo(47);
    }

    @Test
    void startsAtTheOldestMessageIfItIsUnknownWhereReadingBegan() {
        server.assignment = List.of(new Assignment(2, 50, 12, 60));

        assertThat(poll(changeOfTables(2, 50)).startOffset()).isEqualTo(12);
    }

    @Test
    void startsAtItsOffsetIfNothingIsKnown() {
        server.assignment = List.of(new Assignment(2, -1, -1, -1));

        assertThat(poll(changeOfTables(2, 50)).startOffset()).isEqualTo(50);
    }

    @Test
    void asksAgainIfTheGroupHasGoneBack() {
        assertThat(poll(message(2, 90)).endOffset()).isEqualTo(100);
        server.committed = OptionalLong.of(48);

        assertThat(poll(changeOfTables(2, 50)).startOffset()).isEqualTo(48);
    }

    @Test
    void isReadAgainAfterAFailure() {
        server.failures.add(new TdengineTimeoutException("too slow", null));
        assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(() -> poll(changeOfTables(2, 50)));

        assertThat(consumer.poll(Duration.ZERO).offset()).isEqualTo(50);
    }
}
