// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import static io.tdspring.embedded.tmq.NewsTopic.code;
import static io.tdspring.embedded.tmq.NewsTopic.pollAll;
import static io.tdspring.embedded.tmq.NewsTopic.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.engine.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polls that wait on one thread while others write, join, leave and wake. */
class WaitingPollTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final NewsTopic news = new NewsTopic();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endAllThreads() throws InterruptedException {
        news.close();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wakesAWaitingPollWhenRowsAreWritten() throws Exception {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        Future<Delivery> polled = pollElsewhere(consumer);

        news.insert(1, 1);

        assertThat(values(List.of(polled.get(20, TimeUnit.SECONDS)))).containsExactly(1L);
    }

    @Test
    void wakesAWaitingPollWhenAVgroupWithRowsComesToIt() throws Exception {
        TopicConsumer first = news.join("g", OffsetReset.EARLIEST);
        news.join("g", OffsetReset.EARLIEST);
        TopicConsumer third = news.join("g", OffsetReset.EARLIEST);
        news.insert(1, 20);
        Future<Delivery> polled = pollElsewhere(third);

        first.close();

        assertThat(polled.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void endsAPollWithoutADeliveryWhenWokenUp() throws Exception {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        Future<Delivery> polled = pollElsewhere(consumer);

        consumer.wakeup();

        assertThat(polled.get(20, TimeUnit.SECONDS)).isNull();
        news.insert(1, 1);
        assertThat(consumer.poll(LONG)).isNotNull();
    }

    @Test
    void failsAWaitingPollWhenItsConsumerLeaves() throws Exception {
        TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
        Future<Delivery> polled = pollElsewhere(consumer);

        consumer.close();

        assertThatThrownBy(() -> polled.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .satisfies(code(0x03e6));
        assertThat(consumer.topics()).isEmpty();
        assertThatThrownBy(() -> consumer.position(NewsTopic.NAME, 2)).satisfies(code(0x4009));
    }

    @Test
    void losesNothingWhileManyWriteAndTheGroupChanges() throws Exception {
        int rows = 2000;
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> insertElsewhere(rows), threads);
        List<Long> seen = new ArrayList<>();
        while (!written.isDone()) {
            TopicConsumer consumer = news.join("g", OffsetReset.EARLIEST);
            seen.addAll(values(pollAll(consumer)));
            consumer.commitAll();
            consumer.close();
        }
        written.get(20, TimeUnit.SECONDS);

        seen.addAll(values(pollAll(news.join("g", OffsetReset.EARLIEST))));

        assertThat(seen).hasSize(rows).doesNotHaveDuplicates();
    }

    private Future<Delivery> pollElsewhere(TopicConsumer consumer) throws InterruptedException {
        Future<Delivery> polled = threads.submit(() -> consumer.poll(LONG));
        try {
            // Let it wait first: the poll must not end by itself.
            assertThat(polled.get(50, TimeUnit.MILLISECONDS)).isNull();
        } catch (TimeoutException e) {
            return polled;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("the poll did not wait");
    }

    private void insertElsewhere(int rows) {
        SessionState own = news.engine().newSession("root");
        own.setDatabase("d");
        for (int i = 1; i <= rows; i++) {
            news.engine().execute(own, "insert into t" + i % 7 + " using s tags (1) values (" + i + ", " + i + ")");
        }
    }
}
