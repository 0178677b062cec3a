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
import io.tdspring.client.tmq.UnreadableMessageException;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.data.DataType;
import io.tdspring.data.meta.ChildMeta;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.data.meta.TagMeta;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Subscriptions against the answers of a real server. */
@EachWebSocketEngine
class SubscriptionReplayTest {

    private static final Duration POLL = Duration.ofSeconds(5);

    private final ScriptedPeer peer = new ScriptedPeer();
    private final TdengineClient client;
    private final TmqConsumer consumer;

    SubscriptionReplayTest(WebSocketEngineType engine) {
        client = TdengineClient.builder()
                .webSocketEngine(engine)
                .endpoints(peer.endpoint())
                .build();
        consumer = client.newConsumer(ConsumerOptions.builder("g")
                .clientId("c")
                .autoOffsetReset(OffsetReset.EARLIEST)
                .build());
    }

    @AfterEach
    void close() {
        consumer.close();
        client.close();
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmq-query", "tmq-types", "tmq-stable-meta"})
    void findsTheValuesThatWereWritten(String name) {
        Recording.of(name).playTo(peer);
        peer.on("position", request -> request.succeed("\"position\":[99]"));
        peer.on("committed", request -> request.succeed("\"committed\":[0]"));
        JsonNode expected = Recording.expected(name).get("blocks");
        consumer.subscribe(List.of("any"));

        List<TableBlock> blocks = new ArrayList<>();
        while (blocks.size() < expected.size()) {
            TmqMessage message = consumer.poll(POLL);
            assertThat(message.endOffset()).isEqualTo(99);
            blocks.addAll(message.blocks());
        }

        for (int i = 0; i < expected.size(); i++) {
            JsonNode noted = expected.get(i);
            TableBlock block = blocks.get(i);
            assertThat(block.tableName())
                    .isEqualTo(
                            noted.get("table").isNull()
                                    ? null
                                    : noted.get("table").asString());
            assertThat(ExpectedValues.of(block.block())).isEqualTo(ExpectedValues.of(noted.get("rows"), block.block()));
        }
    }

    @Test
    void findsTheChangesThatWereMade() {
        Recording.of("tmq-db-meta").playTo(peer);
        Iterator<Integer> positions = List.of(2, 3, 4, 15, 16, 17, 18, 19, 22).iterator();
        peer.on("position", request -> request.succeed("\"position\":[" + positions.next() + "]"));
        peer.on("committed", request -> request.succeed("\"committed\":[-2147467247]"));
        peer.on(
                "assignment",
                request -> request.succeed("\"assignment\":[{\"vgroup_id\":54,\"offset\":0,\"begin\":0,\"end\":60}]"));
        consumer.subscribe(List.of("gt_db_meta"));

        List<TmqMessage> messages = new ArrayList<>();
        while (messages.size() < 9) {
            messages.add(consumer.poll(POLL));
        }

        assertThat(messages).extracting(TmqMessage::offset).startsWith(2L, 3L, 4L, 4L, 16L, 17L, 17L, 19L, 19L);
        assertThat(messages.get(0).startOffset()).isZero();
        assertThat(messages.get(1).startOffset()).isEqualTo(2);
        assertThat(messages.get(1).endOffset()).isEqualTo(3);
        assertThat(messages.get(4).startOffset()).isEqualTo(15);
        assertThat(messages.get(3).startOffset())
                .as("rows start at their offset")
                .isEqualTo(4);
        assertThat(messages.get(3).metas()).isEmpty();
        assertThat(messages.get(4).blocks()).isEmpty();
        assertThat(messages.get(4).metas())
                .containsExactly(new TableMeta.ChildrenCreated(List.of(new ChildMeta(
                        "d1",
                        "st",
                        2,
                        List.of(new TagMeta("g", DataType.INT, 1L), new TagMeta("n", DataType.NCHAR, "北京"))))));
        TmqMessage both = messages.get(8);
        assertThat(both.blocks()).extracting(TableBlock::tableName).containsExactly("d3", "j1");
        assertThat(both.metas())
                .singleElement()
                .isInstanceOfSatisfying(
                        TableMeta.ChildrenCreated.class,
                        created -> assertThat(created.children())
                                .extracting(ChildMeta::table)
                                .containsExactly("d3", "j1"));
    }

    @Test
    void saysWhyAMessageWithAJsonTagCannotBeRead() {
        Recording.of("tmq-json").playTo(peer);
        peer.on("position", request -> request.succeed("\"position\":[99]"));
        consumer.subscribe(List.of("any"));

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> consumer.poll(POLL))
                .withMessageContaining("JSON tag")
                .satisfies(failure -> assertThat(failure.endOffset()).isEqualTo(99));
    }

    @Test
    void asksForThePositionBetweenAPollAndTheNext() {
        Recording.of("tmq-offsets").playTo(peer);
        consumer.subscribe(List.of("gt_query"));

        List<VgroupAssignment> assignment = consumer.assignment("gt_query");
        TmqMessage message = consumer.poll(POLL);

        assertThat(assignment).startsWith(new VgroupAssignment(54, 0, 0, 56));
        assertThat(message.offset()).isZero();
        assertThat(message.endOffset()).isEqualTo(56);
        assertThat(peer.actions())
                .startsWith("version", "subscribe", "assignment", "poll", "fetch_raw_data", "position");
    }

    @Test
    void findsNothingCommittedAtFirst() {
        Recording.of("tmq-offsets").playTo(peer);
        consumer.subscribe(List.of("gt_query"));

        assertThat(consumer.committed("gt_query", 54)).isEmpty();
        assertThat(consumer.committed("gt_query", 54)).hasValue(56);
    }

    @Test
    void sendsAllOptionsThatMatter() throws Exception {
        peer.on("subscribe", request -> request.succeed(""));

        consumer.subscribe(List.of("t1"));

        assertThat(peer.take("subscribe").json())
                .contains("\"user\":\"root\"", "\"group_id\":\"g\"", "\"client_id\":\"c\"", "\"topics\":[\"t1\"]")
                .contains("\"offset_reset\":\"earliest\"", "\"auto_commit\":\"false\"", "\"with_table_name\":\"true\"")
                .doesNotContain("config");
    }

    @Test
    void commitsByOffset() throws Exception {
        peer.on("subscribe", request -> request.succeed(""));
        peer.on("commit_offset", request -> request.answer(0x4012, "Commit the same value", ""));
        consumer.subscribe(List.of("t1"));

        consumer.commit(new TmqMessage("t1", "d", 3, 10, 20, List.of()));

        assertThat(peer.take("commit_offset").json()).contains("\"topic\":\"t1\"", "\"vgroup_id\":3", "\"offset\":20");
    }

    @Test
    void saysWhoWasRefused() {
        peer.on("subscribe", request -> request.answer(65535, "init tscObj failed", ""));

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> consumer.subscribe(List.of("t1")))
                .withMessageStartingWith(
                        "[0xFFFF] init tscObj failed: login refused for user root at " + peer.endpoint());
    }

    @Test
    void reportsATopicThatDoesNotExist() {
        peer.on("subscribe", request -> request.answer(0x03e1, "Topic not exist", ""));

        assertThatExceptionOfType(TdengineTmqException.class)
                .isThrownBy(() -> consumer.subscribe(List.of("t1")))
                .matches(failure -> failure.code() == 0x03e1);
    }

    @Test
    void refusesOptionsThatAnOldServerWouldIgnore() {
        peer.on("version", request -> request.succeed("\"version\":\"3.3.5.9\""));
        try (TmqConsumer choosy = client.newConsumer(
                ConsumerOptions.builder("g").config("min.poll.rows", "1").build())) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> choosy.subscribe(List.of("t1")))
                    .withMessageContaining("min.poll.rows")
                    .withMessageContaining("3.3.6.0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3.3.2.9, session.timeout.ms, 20000, 3.3.3.0",
        "3.3.2.9, max.poll.interval.ms, 20000, 3.3.3.0",
        "3.3.2.2, msg.consume.excluded, 1, 3.3.2.3"
    })
    void refusesArgumentsThatAnOldServerWouldIgnore(String version, String option, String value, String since) {
        peer.on("version", request -> request.succeed("\"version\":\"" + version + "\""));
        ConsumerOptions options = ConsumerOptions.of(Map.of("group.id", "g", option, value));
        try (TmqConsumer choosy = client.newConsumer(options)) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> choosy.subscribe(List.of("t1")))
                    .withMessage("the subscription options [" + option + "] need server " + since
                            + " or later, and this one is " + version);
        }
    }

    @Test
    void sendsWhatHasAnArgumentOfItsOwnApartFromTheRest() throws Exception {
        peer.on("subscribe", request -> request.succeed(""));
        ConsumerOptions options = ConsumerOptions.of(Map.of(
                "group.id", "g",
                "enable.batch.meta", "true",
                "session.timeout.ms", "20000",
                "fetch.max.wait.ms", "10",
                "enable.auto.commit", "true"));
        try (TmqConsumer other = client.newConsumer(options)) {
            other.subscribe(List.of("t1"));
        }

        assertThat(peer.take("subscribe").json())
                .contains("\"enable_batch_meta\":\"1\"", "\"session_timeout_ms\":\"20000\"")
                .contains("\"auto_commit\":\"false\"", "\"config\":{\"fetch.max.wait.ms\":\"10\"}");
    }

    @Test
    void anAsynchronousCommitThatIsNotAnsweredFailsInTime() {
        peer.on("subscribe", request -> request.succeed(""));
        peer.on("assignment", request -> request.succeed("\"assignment\":[]"));
        peer.on("commit_offset", request -> {});
        try (TdengineClient impatient = TdengineClient.builder()
                        .endpoints(peer.endpoint())
                        .requestTimeout(Duration.ofMillis(300))
                        .build();
                TmqConsumer other =
                        impatient.newConsumer(ConsumerOptions.builder("g").build())) {
            other.subscribe(List.of("t1"));

            assertThat(other.commitAsync(Map.of(new TopicVgroup("t1", 3), 20L)))
                    .failsWithin(POLL)
                    .withThrowableThat()
                    .withCauseInstanceOf(TdengineTimeoutException.class)
                    .withMessageContaining("did not answer commit_offset within 300 ms");
        }
    }

    @Test
    void closingFailsAnAsynchronousCommit() throws Exception {
        peer.on("subscribe", request -> request.succeed(""));
        peer.on("assignment", request -> request.succeed("\"assignment\":[]"));
        peer.on("commit_offset", request -> {});
        consumer.subscribe(List.of("t1"));
        CompletableFuture<Void> commit = consumer.commitAsync(Map.of(new TopicVgroup("t1", 3), 20L));
        assertThat(peer.take("commit_offset").json()).contains("\"offset\":20");

        consumer.close();

        assertThat(commit).failsWithin(POLL).withThrowableThat().withCauseInstanceOf(TdengineConnectionException.class);
    }

    @Test
    void everyCallButAPollFailsOnceTheConnectionIsBroken() throws Exception {
        peer.on("subscribe", request -> request.succeed(""));
        peer.on("assignment", request -> peer.breakConnections());
        consumer.subscribe(List.of("t1"));

        assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(() -> consumer.assignment("t1"));
        assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(() -> consumer.commit("t1", 3, 20));
        assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(() -> consumer.seek("t1", 3, 20));
    }

    @Test
    void aPollJoinsTheGroupAgainWithTheSameOptionsOnceTheConnectionIsBroken() throws Exception {
        peer.on("subscribe", request -> request.succeed(""));
        peer.on("assignment", request -> peer.breakConnections());
        peer.on("poll", request -> request.succeed("\"have_message\":false"));
        consumer.subscribe(List.of("t1"));
        String joined = peer.take("subscribe").json();
        assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(() -> consumer.assignment("t1"));

        assertThat(consumer.poll(Duration.ofSeconds(1))).isNull();

        String unimportant = "\"req_id\":\\d+";
        assertThat(peer.take("subscribe").json().replaceAll(unimportant, ""))
                .isEqualTo(joined.replaceAll(unimportant, ""));
    }
}
