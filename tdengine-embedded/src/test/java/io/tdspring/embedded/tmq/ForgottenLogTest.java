// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import static io.tdspring.embedded.tmq.NewsTopic.code;
import static io.tdspring.embedded.tmq.NewsTopic.pollAll;
import static io.tdspring.embedded.tmq.NewsTopic.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers behind the begin of a log. */
class ForgottenLogTest {

    private final SteppedClock clock = new SteppedClock();
    private final NewsTopic news = new NewsTopic(clock, Rebalance.AT_ONCE);

    @AfterEach
    void endTheConsumers() {
        news.close();
    }

    @Test
    void forgetsWhatIsOlderThanTheRetentionPeriod() throws InterruptedException {
        news.insert(1, 20);
        clock.advance(Duration.ofMinutes(59));
        news.insert(21, 30);
        clock.advance(Duration.ofMinutes(2));

        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        assertThat(consumer.assignment(NewsTopic.NAME))
                .allSatisfy(vgroup -> assertThat(vgroup.begin()).isPositive());
        assertThat(values(pollAll(consumer))).hasSize(10).allMatch(value -> value > 20);
    }

    @Test
    void startsWhereItsResetSaysIfWhatWasCommittedIsForgotten() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        first.assignment(NewsTopic.NAME).forEach(vgroup -> first.commit(NewsTopic.NAME, vgroup.vgroupId(), 0));
        first.close();
        news.insert(21, 30);
        assertThat(news.engine().subscriptions().expire(NewsTopic.NAME)).isTrue();
        news.insert(31, 40);

        TopicConsumer second = news.join("g", OffsetReset.EARLIEST);

        assertThat(values(pollAll(second))).hasSize(10).allMatch(value -> value > 30);
        assertThatThrownBy(() -> second.seek(NewsTopic.NAME, 2, 0)).satisfies(code(0x4007));
    }

    @Test
    void goesOnWithWhatComesNextIfItWasBehind() throws InterruptedException {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        pollAll(consumer);
        news.insert(1, 10);

        news.engine().subscriptions().expire(NewsTopic.NAME);
        news.insert(11, 12);

        assertThat(values(pollAll(consumer))).containsExactlyInAnyOrder(11L, 12L);
    }

    @Test
    void refusesATopicOfADatabaseThatKeepsNoLog() {
        news.run("create database kept_not wal_retention_period 0");

        assertThatThrownBy(() -> news.run("create topic t as database kept_not"))
                .satisfies(code(0x038c));
    }

    @Test
    void doesNotKnowTheLogOfATopicThatIsNotThere() {
        assertThat(news.engine().subscriptions().expire("nosuch")).isFalse();
    }
}
