// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import static io.tdspring.embedded.tmq.NewsTopic.AT_ONCE;
import static io.tdspring.embedded.tmq.NewsTopic.code;
import static io.tdspring.embedded.tmq.NewsTopic.pollAll;
import static io.tdspring.embedded.tmq.NewsTopic.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.sql.SqlException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Topics come and go. */
class SubscriptionsTest {

    private final NewsTopic news = new NewsTopic();

    @AfterEach
    void endTheConsumers() {
        news.close();
    }

    @Test
    void doesNotDropATopicWithConsumers() {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        assertThatThrownBy(() -> news.run("drop topic news")).satisfies(code(0x03eb));

        consumer.close();
        news.run("drop topic news");
        assertThatThrownBy(() -> news.run("drop topic news")).satisfies(code(0x03e1));
    }

    @Test
    void dropsATopicWithItsConsumersByForce() {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        news.run("drop topic force news");

        assertThatThrownBy(() -> consumer.poll(AT_ONCE)).satisfies(code(0x03e6));
    }

    @Test
    void forgetsWhatWasCommittedWithTheTopic() throws InterruptedException {
        news.insert(1, 3);
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        pollAll(consumer);
        consumer.commitAll();
        consumer.close();
        news.run("drop topic news");
        news.run("create topic news as stable s");

        assertThat(values(pollAll(news.join("g", OffsetReset.EARLIEST)))).hasSize(3);
    }

    @Test
    void keepsADatabaseThatHasTopics() {
        assertThatThrownBy(() -> news.run("drop database d")).isInstanceOf(SqlException.class);

        news.run("drop topic news");
        news.run("drop database d");
        assertThat(news.engine().catalog().find("d")).isNull();
    }

    @Test
    void dropsAGroupWithWhatItCommittedUnlessItHasConsumers() throws InterruptedException {
        news.insert(1, 4);
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        pollAll(consumer);
        consumer.commitAll();
        assertThatThrownBy(() -> news.run("drop consumer group g on news")).satisfies(code(0x03ec));
        consumer.close();

        news.run("drop consumer group g on news");

        assertThatThrownBy(() -> news.run("drop consumer group g on news")).satisfies(code(0x03e8));
        news.run("drop consumer group if exists g on news");
        assertThat(values(pollAll(news.join("g", OffsetReset.EARLIEST)))).hasSize(4);
    }

    @Test
    void listsConsumersWithTheirTopicsAndSettings() throws InterruptedException {
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        news.join("h", OffsetReset.LATEST);

        assertThat(subscriptions().consumers())
                .hasSize(2)
                .satisfiesExactly(
                        one -> {
                            assertThat(one.topics()).containsExactly(NewsTopic.NAME);
                            assertThat(one.settings().group()).isEqualTo("g");
                            assertThat(one.settings().user()).isEqualTo("root");
                            assertThat(one.polled()).isNull();
                            assertThat(one.rebalanced()).isNotNull();
                        },
                        two -> assertThat(two.settings().group()).isEqualTo("h"));
        first.poll(NewsTopic.AT_ONCE);
        assertThat(subscriptions().consumers().get(0).polled()).isNotNull();
        first.close();
        assertThat(subscriptions().consumers())
                .extracting(each -> each.settings().group())
                .containsExactly("h");
    }

    @Test
    void tellsHowFarAGroupIsInEachVgroupWhetherSomebodyReadsItOrNot() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        pollAll(consumer);
        consumer.commitAll();

        assertThat(subscriptions().progress())
                .extracting(ProgressListing::vgroupId)
                .containsExactly(2, 3);
        assertThat(subscriptions().progress().stream()
                        .mapToLong(ProgressListing::rows)
                        .sum())
                .isEqualTo(20);
        assertThat(subscriptions().progress())
                .allSatisfy(each ->
                        assertThat(each.committed()).isEqualTo(each.position()).isEqualTo(each.end()));
        consumer.close();
        assertThat(subscriptions().progress()).allSatisfy(each -> {
            assertThat(each.consumer()).isNull();
            assertThat(each.committed()).isEqualTo(each.end());
        });
    }

    private Subscriptions subscriptions() {
        return news.engine().subscriptions();
    }
}
