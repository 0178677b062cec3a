// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Row47LagTest {

    private final Plant plant = new Plant();
    private final Listening listening = new Listening().with(plant);

    static final class Plant {

        private CountDownLatch second = new CountDownLatch(1);

        @TdTopicListener(id = "one", topics = "t", autoStartup = "false")
        void one(int value) {
            if (value == 2) {
                second.countDown();
            }
        }

        @TdTopicListener(id = "two", topics = "t", concurrency = "2", autoStartup = "false")
        void two(int value) {
            one(value);
        }
    }

    @AfterEach
    void close() {
        listening.close();
    }

    /** What this consumer reads, and a message each before and behind the measurement. */
    private void prepare(String consumer, VgroupAssignment... assigned) {
        listening.consumer(consumer).assigned = List.of(assigned);
        listening.consumer(consumer).deliver(message(0, 1));
        listening.consumer(consumer).deliver(message(1, 2));
    }

    /** Measured when the first message has been handled, so that the position is 1. */
    private TdTopicListenerContainer measured(String id, int consumers) throws InterruptedException {
        plant.second = new CountDownLatch(consumers);
        TdTopicListenerContainer container = listening.start().container(id);
        assertThat(container.lags()).isEmpty();
        container.start();
        assertThat(plant.second.await(10, TimeUnit.SECONDS)).isTrue();
        return container;
    }

    private static VgroupAssignment endingAt(int vgroup, long end) {
        return new VgroupAssignment(vgroup, 0, 0, end);
    }

    @Test
    void isToldForEachVgroup() throws Exception {
        prepare("one-0", endingAt(2, 10), endingAt(3, 5));

        TdTopicListenerContainer container = measured("one", 1);

        assertThat(container.lags())
                .containsExactlyInAnyOrderEntriesOf(Map.of(new TopicVgroup("t", 2), 9L, new TopicVgroup("t", 3), 4L));
        assertThat(container.lag()).isEqualTo(OptionalLong.of(13));
    }

    @Test
    void isNotToldWhileTheEndIsUnknown() throws Exception {
        prepare("one-0", endingAt(2, 10), endingAt(3, -1));

        TdTopicListenerContainer container = measured("one", 1);

        assertThat(container.lags()).containsExactly(Map.entry(new TopicVgroup("t", 2), 9L));
        assertThat(container.lag()).isEmpty();
    }

    @Test
    void isNeverNegative() throws Exception {
        prepare("one-0", endingAt(2, 0));

        assertThat(measured("one", 1).lags()).containsExactly(Map.entry(new TopicVgroup("t", 2), 0L));
    }

    @Test
    void isThatOfAllConsumersEachVgroupOnce() throws Exception {
        prepare("two-0", endingAt(2, 10), endingAt(3, 5));
        prepare("two-1", endingAt(3, 7), endingAt(4, 3));

        TdTopicListenerContainer container = measured("two", 2);

        assertThat(container.lags())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(new TopicVgroup("t", 2), 9L, new TopicVgroup("t", 3), 6L, new TopicVgroup("t", 4), 2L));
        assertThat(container.lag()).isEqualTo(OptionalLong.of(17));
    }

    @Test
    void endsWithTheContainer() throws Exception {
        prepare("one-0", endingAt(2, 10));
        TdTopicListenerContainer container = measured("one", 1);

        container.stop();

        assertThat(container.lags()).isEmpty();
        assertThat(container.lag()).isEmpty();
    }
}
