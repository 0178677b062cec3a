// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.embedded.EmbeddedTdengine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stop of containers that are at work: in time, with nothing half done, and without a thread left. */
class BusyShutdownTest {

    private static final int CONTAINERS = 3;

    /** Threads that the JVM and the test engine share among all. */
    private static final List<String> JVM_WIDE =
            List.of("ForkJoinPool.commonPool", "CompletableFutureDelayScheduler", "junit");

    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();
    private final AtomicBoolean writes = new AtomicBoolean(true);

    private Thread load() {
        client.execute("CREATE DATABASE plant VGROUPS 2");
        client.execute("CREATE STABLE plant.st (ts TIMESTAMP, v INT) TAGS (n INT)");
        client.execute("CREATE TOPIC t_plant AS SELECT v FROM plant.st");
        Thread writer = new Thread(this::write, "load");
        writer.start();
        return writer;
    }

    private void write() {
        for (int value = 0; writes.get(); value++) {
            int table = value % 8;
            client.execute("INSERT INTO plant.c" + table + " USING plant.st TAGS (" + table + ") VALUES ("
                    + (1_800_000_000_000L + value) + ", " + value + ")");
        }
    }

    @AfterEach
    void close() {
        writes.set(false);
        client.close();
        server.close();
    }

    private TdTopicListenerContainer container(String id, Duration shutdownTimeout, MessageListener listener) {
        return new TdTopicListenerContainer(
                ContainerSettings.builder(id, List.of("t_plant"))
                        .concurrency(2)
                        .pollTimeout(Duration.ofSeconds(20))
                        .shutdownTimeout(shutdownTimeout)
                        .ackMode(AckMode.RECORD)
                        .build(),
                clientId -> client.newConsumer(ConsumerOptions.builder("g_" + id)
                        .clientId(clientId)
                        .autoOffsetReset(OffsetReset.EARLIEST)
                        .build()),
                listener,
                DeliveryPolicy.defaults(),
                true);
    }

    /** What one group has begun and ended; it counts as busy when each of its consumers has had a share for a while. */
    private static final class Counts implements MessageListener {

        final AtomicLong begun = new AtomicLong();
        final AtomicLong ended = new AtomicLong();
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final CountDownLatch busy = new CountDownLatch(20);
        final ConcurrentHashMap<Integer, Long> ends = new ConcurrentHashMap<>();

        @Override
        public void onMessage(TmqMessage message, int firstRow, ListenerContext context) {
            begun.incrementAndGet();
            threads.add(Thread.currentThread());
            if (threads.size() == 2) {
                busy.countDown();
            }
            // The second consumer gets again what the first had in hand of the vgroup that moved.
            ends.merge(message.vgroupId(), message.endOffset(), Math::max);
            ended.incrementAndGet();
        }
    }

    @Test
    void stopsBusyContainersWithEverythingThatWasBegunEndedAndCommitted() throws Exception {
        Thread writer = load();
        List<Counts> groups = new ArrayList<>();
        List<TdTopicListenerContainer> containers = new ArrayList<>();
        for (int i = 0; i < CONTAINERS; i++) {
            groups.add(new Counts());
            containers.add(container("busy" + i, Duration.ofSeconds(30), groups.get(i)));
            containers.get(i).start();
        }
        for (Counts group : groups) {
            assertThat(group.busy.await(30, TimeUnit.SECONDS)).isTrue();
        }

        CountDownLatch stopped = new CountDownLatch(CONTAINERS);
        containers.forEach(container -> container.stop(stopped::countDown));
        assertThat(stopped.await(30, TimeUnit.SECONDS))
                .as("within the shutdown timeout")
                .isTrue();
        List<Long> handled = groups.stream().map(group -> group.ended.get()).toList();
        writes.set(false);
        writer.join(10_000);

        assertThat(groups).allSatisfy(group -> assertThat(group.begun).hasValue(group.ended.get()));
        for (int i = 0; i < CONTAINERS; i++) {
            goesOnWhereItStopped("busy" + i, groups.get(i));
            assertThat(groups.get(i).ended)
                    .as("nothing was handled behind the stop")
                    .hasValueGreaterThanOrEqualTo(handled.get(i));
        }
        assertNoThreadIsLeft();
    }

    /** The same group, by another container: its first messages begin where the first container's last ones ended. */
    private void goesOnWhereItStopped(String id, Counts group) throws InterruptedException {
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        ConcurrentHashMap<Integer, Long> starts = new ConcurrentHashMap<>();
        TdTopicListenerContainer again = container(id, Duration.ofSeconds(30), (message, firstRow, context) -> {
            starts.putIfAbsent(message.vgroupId(), message.startOffset());
            if (seen.add(message.vgroupId())) {
                both.countDown();
            }
        });
        again.start();
        for (int table = 0; table < 8; table++) {
            client.execute("INSERT INTO plant.c" + table + " USING plant.st TAGS (" + table + ") VALUES (NOW, 0)");
        }
        assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        again.stop();
        // A vgroup of which the first container had handled nothing is read from its beginning.
        assertThat(starts)
                .allSatisfy((vgroup, start) -> assertThat(start).isEqualTo(group.ends.getOrDefault(vgroup, 0L)));
    }

    @Test
    void interruptsListenersThatDoNotEndAndLeavesNoThreadOfTheirs() throws Exception {
        Thread writer = load();
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TdTopicListenerContainer container =
                container("stuck", Duration.ofMillis(200), (message, firstRow, context) -> {
                    inHand.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        Thread.currentThread().interrupt();
                    }
                });
        container.start();
        assertThat(inHand.await(30, TimeUnit.SECONDS)).isTrue();

        container.stop();

        assertThat(interrupted.getCount()).isZero();
        assertThat(container.isRunning()).isFalse();
        assertThat(container.stopReason()).isEmpty();
        writes.set(false);
        writer.join(10_000);
        assertNoThreadIsLeft();
    }

    /** After the client and the server have been closed as well, only the JVM's own threads may have come. */
    private void assertNoThreadIsLeft() throws InterruptedException {
        client.close();
        server.close();
        CountDownLatch never = new CountDownLatch(1);
        for (int look = 0; !left().isEmpty() && look < 1_000; look++) {
            assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(left()).isEmpty();
    }

    private Set<String> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> JVM_WIDE.stream().noneMatch(name::startsWith))
                .collect(Collectors.toSet());
    }
}
