// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.data.Block;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions against the embedded server in its versions. */
@ParameterizedClass
@CsvSource({"3.3.2.0, OKHTTP", "3.3.6.0, OKHTTP", "3.3.7.5, OKHTTP", "3.3.7.5, DIRECT", "3.4.1.13, DIRECT"})
class SubscriptionTest {

    private static final Duration POLL = Duration.ofSeconds(10);
    private static final int MESSAGE_ROWS = 4096;

    private final EmbeddedTdengine server;
    private final TdengineClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    SubscriptionTest(String version, WebSocketEngineType engine) {
        server = EmbeddedTdengine.builder().version(version).start();
        client = TdengineClient.builder()
                .webSocketEngine(engine)
                .endpoints(server.endpoint())
                .build();
    }

    @BeforeEach
    void createTopic() {
        client.execute("create database d vgroups 1");
        client.execute("create table d.t (ts timestamp, v int)");
        client.execute("create topic tt as select ts, v from d.t");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        threads.shutdownNow();
    }

    private void insert(int value) {
        client.execute("insert into d.t values (" + (1700000000000L + value) + ", " + value + ")");
    }

    private TmqConsumer consumer() {
        TmqConsumer consumer = client.newConsumer(ConsumerOptions.builder("g")
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build());
        consumer.subscribe(List.of("tt"));
        return consumer;
    }

    /** Polls until so many values have come. */
    private static List<Integer> values(TmqConsumer consumer, int count) {
        List<Integer> values = new ArrayList<>();
        while (values.size() < count) {
            TmqMessage message = consumer.poll(POLL);
            assertThat(message).as("after " + values).isNotNull();
            values.addAll(values(message));
            consumer.commit(message);
        }
        return values;
    }

    private static List<Integer> values(TmqMessage message) {
        List<Integer> values = new ArrayList<>();
        for (TableBlock table : message.blocks()) {
            Block block = table.block();
            for (int row = 0; row < block.rows(); row++) {
                values.add(block.intAt(1, row));
            }
        }
        return values;
    }

    @Test
    void deliversWhatIsWrittenBeforeAndAfter() {
        insert(1);
        try (TmqConsumer consumer = consumer()) {
            assertThat(values(consumer, 1)).containsExactly(1);

            insert(2);
            insert(3);

            assertThat(values(consumer, 2)).containsExactly(2, 3);
            assertThat(consumer.stats().rows()).isEqualTo(3);
            assertThat(consumer.stats().commits()).isEqualTo(consumer.stats().messages());
        }
    }

    @Test
    void goesOnBehindWhatWasCommitted() {
        insert(1);
        insert(2);
        try (TmqConsumer first = consumer()) {
            TmqMessage message = first.poll(POLL);
            first.commit(message);
            first.commit(message);
            assertThat(first.committed("tt", message.vgroupId())).hasValue(message.endOffset());
        }
        insert(3);

        try (TmqConsumer second = consumer()) {
            assertThat(values(second, 1)).doesNotContain(1).contains(3);
        }
    }

    @Test
    void commitsAMapOfOffsetsWithAndWithoutWaiting() {
        insert(1);
        insert(2);
        try (TmqConsumer consumer = consumer()) {
            TmqMessage message = consumer.poll(POLL);

            consumer.commit(Map.of(message.vgroup(), message.endOffset()));
            assertThat(consumer.committed("tt", message.vgroupId())).hasValue(message.endOffset());

            assertThat(consumer.commitAsync(Map.of(message.vgroup(), message.startOffset())))
                    .succeedsWithin(POLL);
            assertThat(consumer.committed("tt", message.vgroupId())).hasValue(message.startOffset());
        }
    }

    @Test
    void seeksToTheBeginningAndToTheEnd() {
        insert(1);
        try (TmqConsumer consumer = consumer()) {
            List<TopicVgroup> vgroups = List.of(consumer.poll(POLL).vgroup());

            consumer.seekToBeginning(vgroups);
            assertThat(values(consumer.poll(POLL))).containsExactly(1);

            consumer.seekToBeginning(vgroups);
            consumer.seekToEnd(vgroups);
            insert(2);
            assertThat(values(consumer.poll(POLL))).containsExactly(2);
        }
    }

    @Test
    void deliversAgainWhatWasNotCommitted() {
        insert(1);
        try (TmqConsumer first = consumer()) {
            assertThat(values(first.poll(POLL))).containsExactly(1);
        }

        try (TmqConsumer second = consumer()) {
            assertThat(values(second.poll(POLL))).containsExactly(1);
        }
    }

    @Test
    void readsAgainFromWhereItIsSought() {
        insert(1);
        try (TmqConsumer consumer = consumer()) {
            TmqMessage message = consumer.poll(POLL);
            assertThat(consumer.position("tt", message.vgroupId())).hasValue(message.endOffset());

            consumer.seek("tt", message.vgroupId(), message.offset());

            assertThat(values(consumer.poll(POLL))).containsExactly(1);
        }
    }

    @Test
    void knowsItsVgroups() {
        insert(1);
        try (TmqConsumer consumer = consumer()) {
            List<VgroupAssignment> assignment = consumer.assignment("tt");

            assertThat(assignment).hasSize(1);
            assertThat(assignment.get(0).begin()).isLessThan(assignment.get(0).end());
            assertThat(consumer.committed("tt", assignment.get(0).vgroupId())).isEmpty();
        }
    }

    @Test
    void aWakeupEndsAPollAndLosesNothing() throws Exception {
        try (TmqConsumer consumer = consumer()) {
            for (int value = 0; value < 20; value++) {
                Future<TmqMessage> poll = threads.submit(() -> consumer.poll(Duration.ofMinutes(1)));
                consumer.wakeup();
                insert(value);
                TmqMessage message = poll.get(10, TimeUnit.SECONDS);
                while (message == null) {
                    // A wake-up that comes before a poll, or after its message, ends the poll behind it.
                    message = consumer.poll(POLL);
                }
                assertThat(values(message)).containsExactly(value);
                consumer.commit(message);
            }
        }
    }

    @Test
    void closingEndsAPollThatWaits() throws Exception {
        TmqConsumer consumer = consumer();
        Future<TmqMessage> poll = threads.submit(() -> consumer.poll(Duration.ofMinutes(1)));

        consumer.close();

        assertThat(poll)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOfAny(TdengineConnectionException.class, IllegalStateException.class);
    }

    @Test
    void closingTheClientEndsAPollThatWaits() throws Exception {
        try (TmqConsumer consumer = consumer()) {
            Future<TmqMessage> poll = threads.submit(() -> consumer.poll(Duration.ofMinutes(1)));

            client.close();

            assertThat(poll)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(TdengineConnectionException.class);
        }
    }

    @Test
    void sharesATopicAmongTheMembersOfAGroup() {
        client.execute("create database d2 vgroups 2");
        client.execute("create table d2.st (ts timestamp, v int) tags (g int)");
        client.execute("create topic t2 as select ts, v from d2.st");
        try (TmqConsumer first =
                        client.newConsumer(ConsumerOptions.builder("g2").build());
                TmqConsumer second =
                        client.newConsumer(ConsumerOptions.builder("g2").build())) {
            first.subscribe(List.of("t2"));
            second.subscribe(List.of("t2"));

            List<Integer> vgroups = new ArrayList<>();
            first.assignment("t2").forEach(vgroup -> vgroups.add(vgroup.vgroupId()));
            second.assignment("t2").forEach(vgroup -> vgroups.add(vgroup.vgroupId()));

            assertThat(vgroups).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void readsSeveralTopics() {
        client.execute("create table d.u (ts timestamp, v int)");
        client.execute("create topic tu as select ts, v from d.u");
        insert(1);
        client.execute("insert into d.u values (1700000000000, 2)");
        try (TmqConsumer consumer = client.newConsumer(ConsumerOptions.builder("g")
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build())) {
            consumer.subscribe(List.of("tt", "tu"));
            Map<String, List<Integer>> byTopic = new HashMap<>();
            while (byTopic.size() < 2) {
                TmqMessage message = consumer.poll(POLL);
                assertThat(message).as("after " + byTopic).isNotNull();
                byTopic.put(message.topic(), values(message));
            }

            assertThat(byTopic).containsOnly(Map.entry("tt", List.of(1)), Map.entry("tu", List.of(2)));
            assertThat(consumer.assignment("tu")).hasSize(1);
        }
    }

    @Test
    void findsNothingInAnEmptyTopic() {
        try (TmqConsumer consumer = consumer()) {
            assertThat(consumer.poll(Duration.ZERO)).isNull();
            assertThat(consumer.poll(Duration.ofMillis(50))).isNull();
        }
    }

    @Test
    void reportsATopicThatDoesNotExist() {
        try (TmqConsumer consumer =
                client.newConsumer(ConsumerOptions.builder("g").build())) {
            assertThatExceptionOfType(TdengineTmqException.class)
                    .isThrownBy(() -> consumer.subscribe(List.of("nosuch")))
                    .matches(failure -> failure.code() == 0x03e1);
            assertThat(consumer.subscription()).isEmpty();
        }
    }

    @Test
    void subscribesAgainAfterLeaving() {
        insert(1);
        try (TmqConsumer consumer = consumer()) {
            assertThat(values(consumer, 1)).containsExactly(1);
            consumer.unsubscribe();
            insert(2);

            consumer.subscribe(List.of("tt"));

            assertThat(values(consumer, 1)).containsExactly(2);
        }
    }

    @Test
    void saysWhoWasRefused() {
        try (TdengineClient stranger = TdengineClient.builder()
                        .endpoints(server.endpoint())
                        .password("a secret")
                        .build();
                TmqConsumer consumer =
                        stranger.newConsumer(ConsumerOptions.builder("g").build())) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> consumer.subscribe(List.of("tt")))
                    .withMessageContaining("login refused for user root at " + server.endpoint())
                    .withMessageNotContaining("secret");
        }
    }

    /** As many rows as the server gathers for one message. */
    private void insertMessage(int number) {
        StringBuilder sql = new StringBuilder("insert into d.t values");
        for (int row = number * MESSAGE_ROWS; row < (number + 1) * MESSAGE_ROWS; row++) {
            sql.append('(').append(1700000000000L + row).append(',').append(row).append(')');
        }
        client.execute(sql.toString());
    }

    private static int numberOf(TmqMessage message) {
        assertThat(message.rows()).isEqualTo(MESSAGE_ROWS);
        return message.blocks().get(0).block().intAt(1, 0) / MESSAGE_ROWS;
    }

    /** Whatever is asked meanwhile, each poll goes on where the last one or a seek has left off. */
    @Test
    void deliversInOrderWhateverIsSoughtAndCommitted() {
        int count = 12;
        IntStream.range(0, count).forEach(this::insertMessage);
        Random random = new Random(20261123);
        List<TmqMessage> seen = new ArrayList<>();
        int next = 0;
        try (TmqConsumer consumer = consumer()) {
            for (int step = 0; step < 100 || next < count; step++) {
                List<TmqMessage> messages = new ArrayList<>(consumer.pollReady(random.nextInt(3)));
                if (messages.isEmpty() && next < count) {
                    messages.add(consumer.poll(POLL));
                }
                for (TmqMessage message : messages) {
                    assertThat(numberOf(message)).as("step %d", step).isEqualTo(next++);
                    if (next > seen.size()) {
                        seen.add(message);
                    }
                }
                if (random.nextInt(4) == 0) {
                    next = random.nextInt(seen.size());
                    TmqMessage target = seen.get(next);
                    consumer.seek(target.topic(), target.vgroupId(), target.startOffset());
                } else if (!messages.isEmpty()) {
                    TmqMessage last = messages.get(messages.size() - 1);
                    consumer.commit(last);
                    assertThat(consumer.position("tt", last.vgroupId())).hasValue(last.endOffset());
                    assertThat(consumer.committed("tt", last.vgroupId())).hasValue(last.endOffset());
                }
            }
        }
    }
}
