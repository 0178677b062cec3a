// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.MockedListeners.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.listener.Acknowledgment;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that other threads end in any order: a commit never runs over what is still under way. */
class Row15OutOfOrderAcknowledgmentTest {

    private static final TopicVgroup VGROUP = new TopicVgroup("t", 2);

    static class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        final Map<Integer, Acknowledgment> open = new ConcurrentHashMap<>();

        @TdTopicListener(id = "meters", topics = "t", ackMode = "MANUAL")
        void reading(Reading reading, Acknowledgment acknowledgment) {
            open.put(reading.v(), acknowledgment);
            calls.add(reading.v());
        }
    }

    private final MockedListeners listeners = MockedListeners.run(Meters.class);
    private final Meters meters = listeners.context.getBean(Meters.class);

    @BeforeEach
    void handOnFourMessages() throws InterruptedException {
        for (int value = 0; value < 4; value++) {
            listeners.deliver("meters-0", "t", value);
        }
        for (int value = 0; value < 4; value++) {
            assertThat(meters.calls.poll(10, TimeUnit.SECONDS)).isEqualTo(value);
        }
    }

    @AfterEach
    void close() {
        listeners.close();
    }

    private void acknowledge(int value) {
        CompletableFuture.runAsync(meters.open.get(value)::acknowledge).join();
    }

    private void awaitCommit(long offset) {
        assertThat(listeners.consumer("meters-0").awaitCommit(VGROUP, offset, PATIENCE))
                .as("a commit of %d", offset)
                .isTrue();
    }

    @Test
    void commitsUpToTheFirstThatIsStillOpen() {
        acknowledge(2);
        acknowledge(0);
        awaitCommit(1);
        acknowledge(1);
        awaitCommit(3);
        acknowledge(3);
        awaitCommit(4);

        assertThat(listeners.commits("meters-0")).containsExactly(1L, 3L, 4L);
    }

    @Test
    void leavesWhatIsStillOpenToTheNextOfTheGroupWhenItIsStopped() {
        acknowledge(3);
        acknowledge(1);
        acknowledge(0);

        listeners.container("meters").stop();
        acknowledge(2);

        assertThat(listeners.commits("meters-0")).endsWith(2L).allMatch(offset -> offset <= 2);
    }
}
