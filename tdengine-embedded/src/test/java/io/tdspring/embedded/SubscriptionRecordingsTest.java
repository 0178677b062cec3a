// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.protocol.tmq.FetchRawResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.TmqBlock;
import io.tdspring.protocol.tmq.TmqData;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says on {@code /rest/tmq} what was said to a real server, and expects the same messages with the same content. Not
 * compared are offsets, which this server numbers in its own way, and the number of the vgroup.
 */
class SubscriptionRecordingsTest {

    private static EmbeddedTdengine server;
    private WebSocketPeer peer;

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        GoldenTopics.create(new RestPeer(server));
        GoldenTopics.createInTwoVgroups(new RestPeer(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() {
        peer = new WebSocketPeer(server, "/rest/tmq");
    }

    @AfterEach
    void disconnect() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tmq-query",
                "tmq-types",
                "tmq-stable",
                "tmq-stable-table-names",
                "tmq-db-table-names",
                "tmq-stable-meta",
                "tmq-db-meta",
                "tmq-db-meta-batch-meta",
                "tmq-only-meta",
                "tmq-legacy-fetch",
                "peer-jdbc-3.9.0-tmq"
            })
    void bringsTheMessagesThatARealServerBrings(String name) {
        Conversation recorded = Conversation.read(name)
                // A real server is asked until it has looked; this one knows at once.
                .changing(request -> request.replace("\"blocking_time\":500", "\"blocking_time\":0"));

        replay(recorded);
    }

    @Test
    void bringsJsonTagsBlockByBlockOnly() {
        replay(Conversation.read("tmq-json-legacy-fetch"));
        peer.close();
        connect();

        // A real server sends its internal form, which no client reads.
        Conversation raw = Conversation.read("tmq-json");
        raw.without(request -> request.contains("fetch_raw_data"))
                .exchanges()
                .subList(0, 3)
                .forEach(exchange -> peer.ask(exchange.request()));
        FetchedRawData refused = read(peer.ask(raw.exchanges().get(3).request()));

        assertThat(((FetchedRawData.Failed) refused).code()).isEqualTo(0x0100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmq-auto-commit-on", "tmq-auto-commit-off", "tmq-three-polls-in-flight"})
    void commitsAndPollsInTurnAsARealServerDoes(String name) {
        // The recording waits for its half second outside of the requests.
        replay(Conversation.read(name)
                .changing(request -> request.replace("interval_ms\":\"500", "interval_ms\":\"1")));
    }

    @Test
    void refusesToReadASnapshotOrDataForReplication() {
        for (String name : new String[] {"tmq-snapshot", "tmq-raw-data"}) {
            String subscribe = Conversation.read(name).exchanges().get(0).request();
            assertThat(Resources.JSON.readTree(peer.ask(subscribe)).get("code").asInt())
                    .as(name)
                    .isEqualTo(0x0100);
        }
    }

    private void replay(Conversation conversation) {
        for (Conversation.Exchange exchange : conversation.exchanges()) {
            peer.sendText(numbered(exchange.request()));
            for (String answer : exchange.answers()) {
                expect(peer.receive(), answer, exchange.request());
            }
        }
    }

    /** With our numbers for the two vgroups of {@code gold_tmq2}, which come behind the one of {@code gold_tmq}. */
    private static String numbered(String request) {
        return request.replaceAll("\"vgroup_id\":(56|58)", "\"vgroup_id\":4")
                .replaceAll("\"vgroup_id\":(55|57)", "\"vgroup_id\":3");
    }

    private static void expect(String ours, String recorded, String request) {
        if (recorded.startsWith("{")) {
            assertThat(comparable(ours)).as(request).isEqualTo(comparable(recorded));
        } else if (request.contains("fetch_raw_data")) {
            expectRaw(ours, recorded, request);
        } else if (request.contains("\"fetch_raw\"")) {
            FetchRawResponse actual = FetchRawResponse.read(bytes(ours));
            FetchRawResponse expected = FetchRawResponse.read(bytes(recorded));
            assertThat(actual.messageId()).isEqualTo(expected.messageId());
            assertThat(actual.rawType()).isEqualTo(expected.rawType());
            assertThat(described(TmqData.read(actual.raw(), actual.rawType())))
                    .isEqualTo(described(TmqData.read(expected.raw(), expected.rawType())));
        } else {
            assertThat(Conversation.comparable(ours)).as(request).isEqualTo(Conversation.comparable(recorded));
        }
    }

    private static void expectRaw(String ours, String recorded, String request) {
        FetchedRawData.Data expected = (FetchedRawData.Data) read(recorded);
        FetchedRawData actual = read(ours);
        if (expected.rawType() != TmqData.DATA && expected.rawType() != TmqData.META_DATA) {
            // The form in which servers tell one another of changes of tables; this one cannot read it either.
            assertThat(((FetchedRawData.Failed) actual).code()).as(request).isEqualTo(0x0100);
            return;
        }
        FetchedRawData.Data data = (FetchedRawData.Data) actual;
        assertThat(data.rawType()).as(request).isEqualTo(expected.rawType());
        assertThat(described(TmqData.read(data.raw(), data.rawType())))
                .as(request)
                .isEqualTo(described(TmqData.read(expected.raw(), expected.rawType())));
    }

    private static FetchedRawData read(String hex) {
        return FetchedRawData.read(bytes(hex));
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    private static List<String> described(List<TmqBlock> blocks) {
        List<String> lines = new ArrayList<>();
        for (TmqBlock tmqBlock : blocks) {
            Block block = tmqBlock.block();
            lines.add("table " + tmqBlock.tableName() + " " + block.precision() + " " + block.columns());
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns().size(); column++) {
                    Column described = block.columns().get(column);
                    lines.add(described.name() + " = " + text(block.valueAt(column, row)));
                }
            }
        }
        return lines;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    private static Object comparable(String answer) {
        ObjectNode json = (ObjectNode) Conversation.comparable(answer);
        json.remove(List.of("vgroup_id", "offset"));
        // Where a group is differs in number, not in whether it is anywhere.
        for (String offsets : List.of("committed", "position")) {
            if (json.has(offsets)) {
                json.put(offsets, json.get(offsets).toString().replaceAll("(?<!-)\\b\\d+", "some"));
            }
        }
        if (json.has("assignment")) {
            json.put("assignment", json.get("assignment").size());
        }
        return json;
    }
}
