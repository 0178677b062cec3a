// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says on {@code /ws} what was said to a real server, and expects what that answered. */
class QueryRecordingsTest {

    private static final String NUM_FIELDS = "num_fields";
    /** In hex: the code of a request to check a statement without running it. */
    private static final String VALIDATE_SQL = "00000000000000000a00000000000000";

    /** In hex. */
    private static final String INFORMATION_SCHEMA = "696e666f726d6174696f6e5f736368656d61";

    private static EmbeddedTdengine server;
    private WebSocketPeer peer;

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        GoldenData.create(new RestPeer(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() {
        peer = new WebSocketPeer(server, "/ws");
    }

    @AfterEach
    void disconnect() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all-types-json-fetch-ms",
                "all-types-ms",
                "all-types-us",
                "bitmap-9-rows",
                "empty-result",
                "error-before-connect",
                "error-no-database"
            })
    void answersLikeTheRealServer(String name) {
        Conversation.read(name).replay(peer);
    }

    @Test
    void tellsItsVersionAndKeepsTheCurrentDatabase() {
        Conversation.read("conn-version")
                .without(request -> request.contains("check_server_status"))
                .replay(peer);
    }

    @Test
    void refusesLikeTheRealServer() {
        // Without BI mode, which this server refuses, and what else it does not have.
        Conversation.read("errors")
                .changing(request -> request.replace(",\"mode\":0", ""))
                .without(request -> request.contains(NUM_FIELDS)
                        || request.contains(VALIDATE_SQL)
                        || request.contains(INFORMATION_SCHEMA))
                .replay(peer);
    }

    @Test
    void takesOptionsLikeTheRealServer() {
        Conversation recorded = Conversation.read("options-connection");

        new Conversation(recorded.exchanges().stream()
                        .filter(Conversation.Exchange::isText)
                        .toList())
                .replay(peer);
    }

    @Test
    void readsTimestampsInTheZoneOfTheConnection() {
        peer.ask(
                "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\",\"db\":\"gold_ms\","
                        + "\"tz\":\"Asia/Shanghai\"}}");
        String inShanghai = castOf("2023-11-15 06:13:20", 1);
        peer.ask(
                "{\"action\":\"options_connection\",\"args\":{\"req_id\":2,\"options\":[{\"option\":1,\"value\":\"\"}]}}");
        String inGreenwich = castOf("2023-11-15 06:13:20", 2);

        // The cells of recordings of a real server: 1700000000000 and 1700028800000, little-endian.
        assertThat(inShanghai).endsWith("0068e5cf8b01000000");
        assertThat(inGreenwich).endsWith("00dc9cd18b01000000");
    }

    /** The block with this timestamp. */
    private String castOf(String literal, int resultId) {
        peer.ask("{\"action\":\"query\",\"args\":{\"req_id\":3,\"sql\":\"select cast('" + literal + "' as timestamp)"
                + " from edges order by ts limit 1\"}}");
        peer.ask("{\"action\":\"fetch\",\"args\":{\"req_id\":4,\"id\":" + resultId + "}}");
        return peer.ask("{\"action\":\"fetch_block\",\"args\":{\"req_id\":5,\"id\":" + resultId + "}}");
    }

    @Test
    void answersUpdatesLikeTheRealServer() {
        Conversation.read("update-statements").replay(peer);
    }

    @Test
    void changesTheCurrentDatabaseLikeTheRealServer() {
        String showDatabases = "73686f7720646174616261736573";
        List<String> otherResults = List.of(
                "0800000000000000020000000000000007000000000000000100",
                "0900000000000000020000000000000007000000000000000100");
        Conversation.read("use-database")
                .without(request -> request.contains(showDatabases) || otherResults.contains(request))
                .replay(peer);
    }

    @Test
    void answersRequestsInFlightByTheirIds() {
        new RestPeer(server)
                .run("/rest/sql/gold_ms", "create table if not exists big(ts timestamp, v int, s varchar(20))");
        List<JsonNode> expected = new ArrayList<>();
        List<JsonNode> answers = new ArrayList<>();

        for (Conversation.Exchange exchange : Conversation.read("in-flight").exchanges()) {
            if (exchange.isText()) {
                peer.sendText(exchange.request());
            } else {
                peer.sendBinary(exchange.request());
            }
            for (String answer : exchange.answers()) {
                expected.add(withoutResultId(answer));
                answers.add(withoutResultId(peer.receive()));
            }
        }

        assertThat(answers).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static JsonNode withoutResultId(String answer) {
        return ((ObjectNode) Conversation.comparable(answer)).remove(List.of("id"));
    }

    @Test
    void forgetsAResultThatIsFreed() {
        Conversation recorded = Conversation.read("free-result");
        // There the first block was asked for as well, and never came since the result was freed at the same time.
        String firstFetch = "0300000000000000010000000000000007000000000000000100";
        new RestPeer(server)
                .run("/rest/sql/gold_ms", "create table if not exists big(ts timestamp, v int, s varchar(20))");

        recorded.without(firstFetch::equals).replay(peer);
    }
}
