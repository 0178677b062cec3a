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
}
