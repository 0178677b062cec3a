// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import static io.tdspring.embedded.tmq.NewsTopic.AT_ONCE;
import static io.tdspring.embedded.tmq.NewsTopic.code;
import static io.tdspring.embedded.tmq.NewsTopic.pollAll;
import static io.tdspring.embedded.tmq.NewsTopic.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Column;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a poll brings, and from where. */
class DeliveryTest {

    private final NewsTopic news = new NewsTopic();

    @AfterEach
    void endTheConsumers() {
        news.close();
    }

    @Test
    void deliversAllRowsFromTheBeginningToAnEarliestConsumer() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        List<Delivery> deliveries = pollAll(consumer);

        assertThat(values(deliveries)).hasSize(20).doesNotHaveDuplicates();
        assertThat(deliveries).extracting(Delivery::vgroupId).containsExactlyInAnyOrder(2, 3);
        assertThat(deliveries).allSatisfy(delivery -> {
            assertThat(delivery.offset()).isZero();
            assertThat(delivery.topic()).isEqualTo(NewsTopic.NAME);
            assertThat(delivery.database()).isEqualTo("d");
            assertThat(delivery.end()).isEqualTo(consumer.position(NewsTopic.NAME, delivery.vgroupId()));
        });
    }

    @Test
    void makesOneBlockForEachTableAndInsert() throws InterruptedException {
        news.run("insert into t1 using s tags (1) values (1, 1)");
        news.run("insert into t1 values (2, 2)(3, 3)");
        news.run("insert into t1 (ts) values (4)");
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        List<Delivery> deliveries = pollAll(consumer);

        assertThat(deliveries).hasSize(1);
        assertThat(deliveries.get(0).blocks())
                .extracting(DeliveredBlock::tableName)
                .containsExactly("t1", "t1", "t1");
        assertThat(deliveries.get(0).blocks().stream()
                        .flatMap(block -> block.rows().stream())
                        .map(Arrays::toString))
                .containsExactly("[1, 1]", "[2, 2]", "[3, 3]", "[4, null]");
    }

    @Test
    void findsTheColumnsOfATopicsQueryAfterOthersWereAddedAndDropped() throws InterruptedException {
        news.run("create stable wide (ts timestamp, a int, b int) tags (x int, y int)");
        news.run("create topic picked as select ts, b, y from wide");
        news.run("insert into w using wide tags (1, 2) values (1, 10, 20)");
        news.run("alter stable wide drop column a");
        news.run("alter stable wide drop tag x");
        news.run("alter stable wide add column c int");
        news.run("insert into w values (2, 21, 31)");

        List<Delivery> deliveries = pollAll(news.join("g", "picked", OffsetReset.EARLIEST));

        assertThat(deliveries.stream()
                        .flatMap(delivery -> delivery.blocks().stream())
                        .flatMap(block -> block.rows().stream())
                        .map(Arrays::toString))
                .containsExactly("[1, 20, 2]", "[2, 21, 2]");
    }

    @Test
    void selectsColumnsTagsAndRowsAsTheTopicsQuerySays() throws InterruptedException {
        news.run("create topic picked as select ts, tbname, g, v * 2 from s where v > 1");
        news.run("insert into t1 using s tags (7) values (1, 1) (2, 2) (3, 3)");
        news.run("insert into t1 values (4, 0)");
        TopicConsumer consumer = news.join("g", "picked", OffsetReset.EARLIEST);

        List<Delivery> deliveries = pollAll(consumer);

        assertThat(deliveries).hasSize(1);
        DeliveredBlock block = deliveries.get(0).blocks().get(0);
        assertThat(block.tableName()).isNull();
        assertThat(block.columns()).extracting(Column::name).containsExactly("ts", "tbname", "g", "v * 2");
        assertThat(block.rows().stream().map(Arrays::toString)).containsExactly("[2, t1, 7, 4.0]", "[3, t1, 7, 6.0]");
        assertThat(deliveries.get(0).blocks()).hasSize(1);
    }

    @Test
    void deliversTheTablesThatMeetTheConditionOfASuperTableTopic() throws InterruptedException {
        news.run("create topic some with meta as stable s where g > 1");
        news.run("insert into t1 using s tags (1) values (1, 1)");
        news.run("insert into t2 using s tags (2) values (2, 2)");
        news.run("alter stable s add tag x int");
        TopicConsumer consumer = news.join("g", "some", OffsetReset.EARLIEST);

        List<Delivery> deliveries = pollAll(consumer);

        assertThat(values(deliveries)).containsExactly(2L);
        assertThat(deliveries.stream()
                        .flatMap(delivery -> delivery.changes().list().stream())
                        .map(change -> change.getClass().getSimpleName()))
                .containsExactlyInAnyOrder(
                        "SuperTableCreated",
                        "SuperTableCreated",
                        "ChildCreated",
                        "SuperTableAltered",
                        "SuperTableAltered");
    }

    @Test
    void deliversOnlyNewsToALatestConsumer() throws InterruptedException {
        news.insert(1, 10);
        TopicConsumer consumer = news.join("g", OffsetReset.LATEST);
        assertThat(consumer.poll(AT_ONCE)).isNull();

        news.insert(11, 15);

        assertThat(values(pollAll(consumer))).containsExactlyInAnyOrder(11L, 12L, 13L, 14L, 15L);
    }

    @Test
    void failsToStartWhereNothingIsCommittedIfThereIsNoReset() {
        TopicConsumer consumer = news.join("g", OffsetReset.NONE);

        assertThatThrownBy(() -> consumer.poll(AT_ONCE)).satisfies(code(0x0a0d));
    }

    @Test
    void readsAgainFromWhereItWasSought() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        List<Delivery> deliveries = pollAll(consumer);

        deliveries.forEach(delivery -> consumer.seek(NewsTopic.NAME, delivery.vgroupId(), delivery.offset()));

        assertThat(values(pollAll(consumer))).hasSize(20);
        assertThat(consumer.committed(NewsTopic.NAME, 2)).isEqualTo(TopicConsumer.NO_OFFSET);
    }

    @Test
    void movesThePositionOverRowsThatTheTopicLeavesOut() throws InterruptedException {
        news.insert(1, 20);
        news.run("create stable other (ts timestamp, v int) tags (g int)");
        news.run("create topic nothing as stable other");
        TopicConsumer consumer = news.join("g", "nothing", OffsetReset.EARLIEST);

        assertThat(consumer.poll(AT_ONCE)).isNull();

        for (VgroupOffsets offsets : consumer.assignment("nothing")) {
            assertThat(offsets.end()).isPositive();
            assertThat(consumer.position("nothing", offsets.vgroupId())).isEqualTo(offsets.end());
        }
    }

    @Test
    void cutsALongLogIntoSeveralDeliveries() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            StringBuilder sql = new StringBuilder("insert into t1 using s tags (1) values");
            for (int row = 0; row < 1000; row++) {
                sql.append("(").append(i * 1000 + row).append(",1)");
            }
            news.run(sql.toString());
        }
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        List<Delivery> deliveries = pollAll(consumer);

        assertThat(deliveries).extracting(DeliveryTest::rowsOf).containsExactly(5000L, 5000L);
        assertThat(deliveries.get(1).offset()).isEqualTo(deliveries.get(0).end());
    }

    @Test
    void leavesOutRowsOfTablesThatWereDroppedBeforeTheyWereRead() throws InterruptedException {
        news.insert(1, 4);
        news.run("drop table t1");
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        assertThat(values(pollAll(consumer))).containsExactlyInAnyOrder(2L, 3L, 4L);
    }

    private static long rowsOf(Delivery delivery) {
        return delivery.blocks().stream()
                .mapToLong(block -> block.rows().size())
                .sum();
    }
}
