// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import static io.tdspring.embedded.tmq.NewsTopic.AT_ONCE;
import static io.tdspring.embedded.tmq.NewsTopic.code;
import static io.tdspring.embedded.tmq.NewsTopic.pollAll;
import static io.tdspring.embedded.tmq.NewsTopic.vgroups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group whose vgroups move at the ticks of a timer, as recorded in tmq-rebalance; here the test is the timer. */
class RealisticRebalanceTest {

    private final SteppedClock clock = new SteppedClock();
    private final NewsTopic news = new NewsTopic(clock, Rebalance.REALISTIC);

    @AfterEach
    void endTheConsumers() {
        news.close();
    }

    @Test
    void givesANewConsumerItsVgroupsAtTheNextTick() throws InterruptedException {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        assertThat(vgroups(consumer)).isEmpty();
        assertThatThrownBy(() -> consumer.awaitVgroups(Duration.ZERO)).satisfies(code(0x03ea));

        tick();

        consumer.awaitVgroups(Duration.ZERO);
        assertThat(vgroups(consumer)).containsExactly(2, 3);
    }

    @Test
    void leavesTheOldOwnerWithItsAssignmentUntilItPolls() throws InterruptedException {
        TopicConsumer first = joined("g");
        TopicConsumer second = joined("g");
        assertThat(vgroups(first)).containsExactly(2, 3);
        assertThat(vgroups(second)).containsExactly(3);

        first.poll(AT_ONCE);

        assertThat(vgroups(first)).containsExactly(2);
        assertThatThrownBy(() -> first.seek(NewsTopic.NAME, 3, 0)).satisfies(code(0x4008));
        assertThatThrownBy(() -> first.commit(NewsTopic.NAME, 3, 0)).satisfies(code(0x4008));
    }

    @Test
    void knowsNoBeginAndEndOfAVgroupThatItKeptUntilTheNextDelivery() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer first = joined("g");
        pollAll(first);
        joined("g");
        first.poll(AT_ONCE);

        VgroupOffsets kept = first.assignment(NewsTopic.NAME).get(0);
        assertThat(kept.begin()).isEqualTo(-1);
        assertThat(kept.end()).isEqualTo(-1);
        assertThatThrownBy(() -> first.seek(NewsTopic.NAME, 2, 0)).satisfies(code(0x4010));

        news.insert(21, 40);
        pollAll(first);

        assertThat(first.assignment(NewsTopic.NAME).get(0).end()).isPositive();
    }

    @Test
    void readsWhatALeaverLeftAtTheNextTick() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer first = joined("g");
        TopicConsumer second = joined("g");
        pollAll(first);
        second.close();
        assertThat(first.poll(AT_ONCE)).isNull();

        tick();

        assertThat(pollAll(first)).extracting(Delivery::vgroupId).containsExactly(3);
    }

    @Test
    void doesNotDropAGroupThatIsAboutToMove() {
        joined("g").close();

        assertThatThrownBy(() -> news.run("drop consumer group g on news")).satisfies(code(0x03ef));
        tick();
        news.run("drop consumer group g on news");

        assertThat(news.engine().subscriptions().progress()).isEmpty();
    }

    @Test
    void takesAConsumerForDeadThatPollsTooRarely() throws InterruptedException {
        TopicConsumer silent = joined("g");
        TopicConsumer alive = joined("g");
        clock.advance(Duration.ofMinutes(5));
        alive.poll(AT_ONCE);
        clock.advance(Duration.ofMillis(1));

        tick();
        alive.poll(AT_ONCE);

        assertThat(vgroups(alive)).containsExactly(2, 3);
        assertThatThrownBy(() -> silent.poll(AT_ONCE)).satisfies(code(0x03e6));
    }

    private TopicConsumer joined(String group) {
        TopicConsumer consumer = news.join(group, OffsetReset.EARLIEST);
        tick();
        return consumer;
    }

    private void tick() {
        news.engine().subscriptions().tick();
    }
}
