// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consumer that reads ahead, seeks, commits and loses its connection at random gets each vgroup's messages in order. */
@EachWebSocketEngine
class SubscribedReadAheadTest {

    private static final Duration POLL = Duration.ofSeconds(10);
    private static final int MESSAGES = 45;
    private static final int ROWS = 4200;

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client;

    /** The messages of each vgroup in order, by where they start. */
    private final Map<TopicVgroup, List<TmqMessage>> expected = new HashMap<>();

    /** Which of them comes next. */
    private final Map<TopicVgroup, Integer> next = new HashMap<>();

    private final Map<TopicVgroup, Long> committed = new HashMap<>();

    SubscribedReadAheadTest(WebSocketEngineType engine) {
        client = TdengineClient.builder()
                .webSocketEngine(engine)
                .endpoints(server.endpoint())
                .build();
    }

    @BeforeEach
    void write() {
        client.execute("create database d vgroups 3");
        client.execute("create table d.st (ts timestamp, v int) tags (g int)");
        for (int table = 0; table < 9; table++) {
            client.execute("create table d.c" + table + " using d.st tags (" + table + ")");
        }
        client.execute("create topic tt as select ts, v from d.st");
        for (int message = 0; message < MESSAGES; message++) {
            client.execute(insert(message));
        }
    }

    /** So many rows that the server sends them as a message of their own. */
    private static String insert(int message) {
        StringBuilder sql = new StringBuilder("insert into d.c" + message % 9 + " values");
        for (int row = 0; row < ROWS; row++) {
            int value = message * ROWS + row;
            sql.append('(')
                    .append(1_700_000_000_000L + value)
                    .append(',')
                    .append(value)
                    .append(')');
        }
        return sql.toString();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private TmqConsumer consumer(String group) {
        TmqConsumer consumer = client.newConsumer(ConsumerOptions.builder(group)
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build());
        consumer.subscribe(List.of("tt"));
        return consumer;
    }

    private static List<Integer> values(TmqMessage message) {
        return message.blocks().stream()
                .flatMap(table -> IntStream.range(0, table.block().rows())
                        .mapToObj(row -> table.block().intAt(1, row)))
                .toList();
    }

    private static int rows(Map<TopicVgroup, List<TmqMessage>> messages) {
        return messages.values().stream()
                .flatMap(List::stream)
                .mapToInt(TmqMessage::rows)
                .sum();
    }

    @Test
    void deliversInOrderAndWithoutAHoleWhereverItIsSought() {
        readOnce();
        for (long seed = 1; seed <= 3; seed++) {
            deliverInOrder(seed);
        }
    }

    private void deliverInOrder(long seed) {
        Random random = new Random(seed);
        committed.clear();
        expected.keySet().forEach(vgroup -> next.put(vgroup, 0));
        try (TmqConsumer consumer = consumer("random" + seed)) {
            for (int step = 0; step < 400; step++) {
                act(consumer, random);
            }
            for (int step = 0; step < 100; step++) {
                actOrFail(consumer, random);
            }
            while (isAnythingMissing()) {
                deliver(consumer.poll(POLL));
            }
            assertThat(consumer.poll(Duration.ZERO)).isNull();
        }
    }

    /** By a consumer of another group, which does nothing but read. */
    private void readOnce() {
        try (TmqConsumer reader = consumer("reader")) {
            while (rows(expected) < MESSAGES * ROWS) {
                TmqMessage message = reader.poll(POLL);
                assertThat(message).as("after %d rows", rows(expected)).isNotNull();
                expected.computeIfAbsent(message.vgroup(), vgroup -> new ArrayList<>())
                        .add(message);
            }
        }
        assertThat(expected.values().stream()
                        .flatMap(List::stream)
                        .flatMap(message -> values(message).stream())
                        .collect(Collectors.toSet()))
                .hasSize(MESSAGES * ROWS);
        assertThat(expected.values())
                .as("vgroups")
                .hasSize(3)
                .allSatisfy(messages -> assertThat(messages).hasSizeGreaterThan(5));
    }

    private boolean isAnythingMissing() {
        return next.entrySet().stream()
                .anyMatch(each -> each.getValue() < expected.get(each.getKey()).size());
    }

    private void act(TmqConsumer consumer, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> seek(consumer, random);
            case 1 -> commit(consumer, random);
            case 2 -> checkPosition(consumer, any(random));
            case 3 -> consumer.pollReady(1 + random.nextInt(5)).forEach(this::deliver);
            default -> {
                TmqMessage message = consumer.poll(Duration.ZERO);
                if (message != null) {
                    deliver(message);
                }
            }
        }
    }

    /** After a failure the next poll goes on where it was, also if nothing had been committed. */
    private void actOrFail(TmqConsumer consumer, Random random) {
        if (random.nextInt(10) == 0) {
            server.faults().cutConnections();
        }
        try {
            act(consumer, random);
        } catch (TdengineConnectionException e) {
            // A commit may have been taken whose answer was lost.
            committed.clear();
            TmqMessage message = consumer.poll(Duration.ofMillis(500));
            if (message != null) {
                deliver(message);
            }
        }
    }

    private TopicVgroup any(Random random) {
        List<TopicVgroup> vgroups = new ArrayList<>(expected.keySet());
        vgroups.sort((one, other) -> Integer.compare(one.vgroupId(), other.vgroupId()));
        return vgroups.get(random.nextInt(vgroups.size()));
    }

    private void deliver(TmqMessage message) {
        assertThat(message).as("with %s of %s delivered", next, expected.size()).isNotNull();
        int index = next.merge(message.vgroup(), 1, Integer::sum) - 1;
        TmqMessage due = expected.get(message.vgroup()).get(index);
        assertThat(message.startOffset()).as("the next of " + message.vgroup()).isEqualTo(due.startOffset());
        assertThat(values(message)).isEqualTo(values(due));
    }

    private void seek(TmqConsumer consumer, Random random) {
        TopicVgroup vgroup = any(random);
        int index = random.nextInt(expected.get(vgroup).size());
        consumer.seek(
                vgroup.topic(),
                vgroup.vgroupId(),
                expected.get(vgroup).get(index).startOffset());
        next.put(vgroup, index);
    }

    /** Of what has been delivered last, and what has been committed is never beyond that. */
    private void commit(TmqConsumer consumer, Random random) {
        TopicVgroup vgroup = any(random);
        int delivered = next.get(vgroup);
        if (delivered > 0) {
            TmqMessage last = expected.get(vgroup).get(delivered - 1);
            consumer.commit(last);
            committed.put(vgroup, last.endOffset());
        }
        Long own = committed.get(vgroup);
        if (own != null) {
            assertThat(consumer.committed(vgroup.topic(), vgroup.vgroupId())).hasValue(own);
        }
    }

    private void checkPosition(TmqConsumer consumer, TopicVgroup vgroup) {
        List<TmqMessage> all = expected.get(vgroup);
        int index = next.get(vgroup);
        if (index > 0 && index < all.size()) {
            assertThat(consumer.position(vgroup.topic(), vgroup.vgroupId()).orElse(-1))
                    .as("position after %d of %s", index, Collections.singleton(vgroup))
                    .isBetween(all.get(index - 1).startOffset(), all.get(index).startOffset());
        }
    }
}
