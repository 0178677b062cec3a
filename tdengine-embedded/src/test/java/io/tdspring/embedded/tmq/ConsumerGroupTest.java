// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import static io.tdspring.embedded.tmq.NewsTopic.AT_ONCE;
import static io.tdspring.embedded.tmq.NewsTopic.code;
import static io.tdspring.embedded.tmq.NewsTopic.pollAll;
import static io.tdspring.embedded.tmq.NewsTopic.values;
import static io.tdspring.embedded.tmq.NewsTopic.vgroups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads which vgroup, and from where the group goes on. */
class ConsumerGroupTest {

    private final NewsTopic news = new NewsTopic();

    @AfterEach
    void endTheConsumers() {
        news.close();
    }

    @Test
    void dealsTheVgroupsAnewWhenAConsumerJoinsOrLeaves() {
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        assertThat(vgroups(first)).containsExactly(2, 3);

        TopicConsumer second = news.join("g", OffsetReset.EARLIEST);
        assertThat(vgroups(first)).containsExactly(2);
        assertThat(vgroups(second)).containsExactly(3);

        TopicConsumer third = news.join("g", OffsetReset.EARLIEST);
        assertThat(vgroups(third)).isEmpty();

        first.close();
        assertThat(vgroups(second)).containsExactly(2);
        assertThat(vgroups(third)).containsExactly(3);
    }

    @Test
    void refusesAVgroupThatWentToAnotherConsumer() {
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        news.join("g", OffsetReset.EARLIEST);

        assertThatThrownBy(() -> first.seek(NewsTopic.NAME, 3, 0)).satisfies(code(0x4008));
        assertThatThrownBy(() -> first.commit(NewsTopic.NAME, 3, 0)).satisfies(code(0x4008));
        assertThatThrownBy(() -> first.committed(NewsTopic.NAME, 3)).satisfies(code(0x4008));
        assertThatThrownBy(() -> first.position(NewsTopic.NAME, 3)).satisfies(code(0x4008));
    }

    @Test
    void keepsThePlaceInAVgroupThatStaysWithItsConsumer() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        pollAll(first);
        long position = first.position(NewsTopic.NAME, 2);

        news.join("g", OffsetReset.EARLIEST);

        assertThat(first.position(NewsTopic.NAME, 2)).isEqualTo(position);
        assertThat(first.poll(AT_ONCE)).isNull();
    }

    @Test
    void letsAnotherConsumerGoOnWhereTheGroupHasCommitted() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        pollAll(first);
        first.commitAll();
        news.insert(21, 25);
        first.close();

        TopicConsumer second = news.join("g", OffsetReset.EARLIEST);

        assertThat(values(pollAll(second))).containsExactlyInAnyOrder(21L, 22L, 23L, 24L, 25L);
    }

    @Test
    void deliversAgainWhatWasNotCommitted() throws InterruptedException {
        news.insert(1, 5);
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        pollAll(first);
        first.close();

        TopicConsumer second = news.join("g", OffsetReset.EARLIEST);

        assertThat(values(pollAll(second))).hasSize(5);
    }

    @Test
    void keepsTheGroupsApart() throws InterruptedException {
        news.insert(1, 5);
        TopicConsumer one = news.join("one", OffsetReset.EARLIEST);
        TopicConsumer two = news.join("two", OffsetReset.EARLIEST);

        assertThat(values(pollAll(one))).hasSize(5);
        one.commitAll();

        assertThat(values(pollAll(two))).hasSize(5);
        assertThat(two.committed(NewsTopic.NAME, 2)).isEqualTo(TopicConsumer.NO_OFFSET);
    }

    @Test
    void checksThatOffsetsLieInTheLog() {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        assertThatThrownBy(() -> consumer.seek(NewsTopic.NAME, 2, 0)).satisfies(code(0x4010));
        VgroupOffsets offsets = consumer.assignment(NewsTopic.NAME).get(0);

        consumer.seek(NewsTopic.NAME, offsets.vgroupId(), offsets.end());
        consumer.commit(NewsTopic.NAME, offsets.vgroupId(), offsets.begin());

        assertThat(consumer.committed(NewsTopic.NAME, offsets.vgroupId())).isEqualTo(offsets.begin());
        assertThatThrownBy(() -> consumer.seek(NewsTopic.NAME, offsets.vgroupId(), offsets.end() + 1))
                .satisfies(code(0x4007));
        assertThatThrownBy(() -> consumer.commit(NewsTopic.NAME, offsets.vgroupId(), offsets.end() + 1))
                .satisfies(code(0x4007));
        assertThatThrownBy(() -> consumer.commit(NewsTopic.NAME, offsets.vgroupId(), -5))
                .satisfies(code(0x4007));
    }

    @Test
    void knowsOnlyItsOwnTopics() {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);

        assertThatThrownBy(() -> consumer.assignment("other")).satisfies(code(0x4009));
        assertThatThrownBy(() -> consumer.seek("other", 2, 0)).satisfies(code(0x4009));
        assertThatThrownBy(() -> news.join("g", "other", OffsetReset.EARLIEST)).satisfies(code(0x03e1));
    }

    @Test
    void showsWhereTheLastDeliveryBegan() throws InterruptedException {
        news.insert(1, 20);
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        pollAll(consumer);
        news.insert(21, 40);
        List<Delivery> news = pollAll(consumer);

        news.sort(Comparator.comparingInt(Delivery::vgroupId));
        assertThat(consumer.assignment(NewsTopic.NAME))
                .extracting(VgroupOffsets::offset)
                .containsExactlyElementsOf(news.stream().map(Delivery::offset).toList());
        assertThat(consumer.assignment(NewsTopic.NAME))
                .extracting(VgroupOffsets::end)
                .containsExactlyElementsOf(news.stream().map(Delivery::end).toList());
    }
}
