// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.ConsumerStats;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Row;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.MockMessage;
import io.tdspring.spring.test.MockTmqConsumer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The consumer that users test their listeners with; it keeps to what {@code TmqConsumer} says. */
class Row59MockConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicVgroup VGROUP = new TopicVgroup("t_plant", 2);
    private static final TopicVgroup OTHER = new TopicVgroup("t_plant", 3);

    private final MockTmqConsumer consumer = new MockTmqConsumer();

    private static TmqMessage message(TopicVgroup vgroup, long offset, int value) {
        return MockMessage.of(vgroup, offset)
                .table("d1", Column.of("v", DataType.INT))
                .row(value)
                .build();
    }

    private void subscribe(TopicVgroup... vgroups) {
        for (TopicVgroup vgroup : vgroups) {
            consumer.addVgroup(vgroup);
        }
        consumer.subscribe(List.of("t_plant"));
    }

    private TmqMessage poll() {
        return consumer.poll(Duration.ZERO);
    }

    @Test
    void makesMessagesOfJavaValues() {
        Instant time = Instant.parse("2027-01-15T08:00:00.123Z");

        TmqMessage message = MockMessage.of(VGROUP, 7)
                .endsAt(12)
                .database("plant")
                .table(
                        "d1",
                        Column.of("ts", DataType.TIMESTAMP),
                        Column.of("name", DataType.NCHAR, 10),
                        Column.decimal("price", 10, 2))
                .row(time, "Wärme", new BigDecimal("1.25"))
                .row(time, null, null)
                .table(null, Column.of("v", DataType.INT))
                .row(42)
                .build();

        Row first = message.blocks().get(0).block().row(0);
        assertThat(first.getInstant("ts")).isEqualTo(time);
        assertThat(first.getString("name")).isEqualTo("Wärme");
        assertThat(first.getDecimal("price")).isEqualByComparingTo("1.25");
        assertThat(message.blocks().get(0).block().isNull(1, 1)).isTrue();
        assertThat(message.blocks().get(1).tableName()).isNull();
        assertThat(message.rows()).isEqualTo(3);
        assertThat(message.database()).isEqualTo("plant");
        assertThat(message.startOffset()).isEqualTo(7);
        assertThat(message.endOffset()).isEqualTo(12);
    }

    @Test
    void runsAContainerWithoutAServer() throws Exception {
        BlockingQueue<Integer> handled = new LinkedBlockingQueue<>();
        FailsOnce listener = new FailsOnce(handled);
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                ContainerSettings.builder("plant", List.of("t_plant"))
                        .pollTimeout(Duration.ofSeconds(20))
                        .build(),
                clientId -> consumer,
                Handover.to(listener).record("take"),
                new DeliveryPolicy(
                        failure -> ErrorHandler.Decision.REDELIVER, FailingPlant.SOON, PATIENCE, FailingPlant.SOON),
                true);
        consumer.addVgroup(VGROUP);
        container.start();

        consumer.add(message(VGROUP, 0, 1));
        consumer.add(message(VGROUP, 1, 2));

        assertThat(consumer.awaitCommit(VGROUP, 2, PATIENCE)).isTrue();
        assertThat(handled).containsExactly(1, 1, 2);
        assertThat(consumer.seeks()).containsExactly(new MockTmqConsumer.Place(VGROUP, 0));
        container.stop();
        assertThat(consumer.isClosed()).isTrue();
    }

    record FailsOnce(BlockingQueue<Integer> handled) {

        void take(FailingPlant.Reading reading) {
            handled.add(reading.v());
            if (handled.size() == 1) {
                throw new IllegalStateException("not yet");
            }
        }
    }

    @Test
    void deliversInTurnsAndAgainFromWhereItWasSought() {
        subscribe(VGROUP, OTHER);
        consumer.add(message(VGROUP, 0, 1));
        consumer.add(message(VGROUP, 1, 2));
        consumer.add(message(OTHER, 5, 3));

        assertThat(consumer.position("t_plant", 2)).isEmpty();
        assertThat(List.of(poll(), poll(), poll()))
                .extracting(TmqMessage::vgroup)
                .containsExactly(VGROUP, OTHER, VGROUP);
        assertThat(poll()).isNull();
        assertThat(consumer.position("t_plant", 2)).hasValue(2);
        consumer.seek("t_plant", 2, 1);
        consumer.seekToBeginning(List.of(OTHER));

        assertThat(consumer.pollReady(9)).extracting(TmqMessage::startOffset).containsExactlyInAnyOrder(1L, 5L);
        assertThat(consumer.assignment("t_plant"))
                .containsExactlyInAnyOrder(new VgroupAssignment(2, 1, 0, 2), new VgroupAssignment(3, 5, 5, 6));
        assertThat(consumer.stats()).isEqualTo(new ConsumerStats(4, 5, 5, 0, 0));
    }

    @Test
    void resumesAtWhatIsCommittedWhenAVgroupComesBack() {
        subscribe(VGROUP);
        consumer.add(message(VGROUP, 0, 1));
        consumer.add(message(VGROUP, 1, 2));
        consumer.commit(poll());
        assertThat(poll().startOffset()).isEqualTo(1);

        consumer.removeVgroup(VGROUP);
        assertThat(poll()).isNull();
        assertThat(consumer.assignment("t_plant")).isEmpty();
        assertThatThrownBy(() -> consumer.commit("t_plant", 2, 2))
                .isInstanceOfSatisfying(
                        TdengineTmqException.class, e -> assertThat(e.code()).isEqualTo(0x4008));
        consumer.addVgroup(VGROUP);

        assertThat(poll().startOffset()).isEqualTo(1);
        assertThat(consumer.commits()).containsExactly(new MockTmqConsumer.Place(VGROUP, 1));
    }

    @Test
    void passesSilentlyOverWhatHasExpiredAsAServerDoes() {
        consumer.addVgroup(VGROUP);
        consumer.setCommitted(VGROUP, 0);
        consumer.add(message(VGROUP, 0, 1));
        consumer.add(message(VGROUP, 1, 2));
        consumer.expire(VGROUP, 1);
        consumer.subscribe(List.of("t_plant"));

        assertThat(consumer.committed("t_plant", 2)).hasValue(0);
        assertThat(consumer.assignment("t_plant")).containsExactly(new VgroupAssignment(2, 1, 1, 2));
        assertThat(poll().startOffset()).isEqualTo(1);
    }

    @Test
    void failsWhereATestTellsItTo() {
        consumer.failSubscribe(new TdengineConnectionException("away", null));
        consumer.failPoll(new TdengineConnectionException("cut", null));
        consumer.failCommit(new TdengineTmqException(0x4008, "moved", 1, null));
        consumer.addVgroup(VGROUP);
        consumer.add(message(VGROUP, 0, 1));

        assertThatThrownBy(() -> consumer.subscribe(List.of("t_plant"))).hasMessageContaining("away");
        consumer.subscribe(List.of("t_plant"));
        assertThatThrownBy(this::poll).hasMessageContaining("cut");
        TmqMessage message = poll();
        assertThat(consumer.commitAsync(Map.of(VGROUP, 1L))).isCompletedExceptionally();
        assertThat(consumer.committed("t_plant", 2)).isEqualTo(OptionalLong.empty());
        consumer.commit(message);

        assertThat(consumer.committed("t_plant", 2)).hasValue(1);
        assertThat(consumer.stats().failedCommits()).isEqualTo(1);
    }

    @Test
    void refusesWhatARealOneRefuses() {
        assertThatIllegalStateException().isThrownBy(this::poll).withMessage("the consumer is not subscribed");
        assertThatIllegalStateException().isThrownBy(() -> consumer.add(message(VGROUP, 0, 1)));
        subscribe(VGROUP);
        consumer.add(message(VGROUP, 3, 1));
        assertThatIllegalStateException().isThrownBy(() -> consumer.subscribe(List.of("t")));
        assertThatIllegalArgumentException().isThrownBy(() -> consumer.add(message(VGROUP, 3, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> consumer.seek("t_plant", 2, -1));
        assertThatThrownBy(() -> consumer.seek("t_plant", 2, 5))
                .isInstanceOfSatisfying(
                        TdengineTmqException.class, e -> assertThat(e.code()).isEqualTo(0x4007));
        consumer.close();

        assertThatIllegalStateException().isThrownBy(this::poll).withMessage("the consumer is closed");
    }

    @Test
    void belongsToOneThreadAtATimeAndIsWokenUpByAnother() throws Exception {
        subscribe(VGROUP);
        CompletableFuture<TmqMessage> polled =
                CompletableFuture.supplyAsync(() -> consumer.poll(Duration.ofSeconds(20)));
        assertThat(consumer.await(mock -> mock.stats().polls() == 1, PATIENCE)).isTrue();

        assertThatIllegalStateException()
                .isThrownBy(() -> consumer.assignment("t_plant"))
                .withMessageContaining("in use by thread");
        consumer.wakeup();

        assertThat(polled.get(10, TimeUnit.SECONDS)).isNull();
        assertThat(consumer.assignment("t_plant")).hasSize(1);
        assertThat(consumer.awaitCommit(VGROUP, 1, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void endsAPollThatWaitsWhenItIsClosed() throws Exception {
        subscribe(VGROUP);
        CompletableFuture<TmqMessage> polled =
                CompletableFuture.supplyAsync(() -> consumer.poll(Duration.ofSeconds(20)));
        assertThat(consumer.await(mock -> mock.stats().polls() == 1, PATIENCE)).isTrue();

        consumer.close();

        assertThatThrownBy(() -> polled.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("the consumer is closed");
    }
}
