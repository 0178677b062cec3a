// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.protocol.ws.ValidateSql;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is said and done around the statements. */
class ConnectionTest {

    private static final String LOGIN =
            "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\"}}";

    private EmbeddedTdengine server;
    private RestPeer rest;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder()
                .blockRows(2)
                .maxMessageBytes(64 * 1024)
                .user("ada", "pässwörd:1")
                .start();
        rest = new RestPeer(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesAResultInSeveralBlocks() {
        rest.run("/rest/sql", "create database d keep 36500");
        rest.run("/rest/sql/d", "create table t(ts timestamp, v int)");
        rest.run("/rest/sql/d", "insert into t values(1700000000000,1)(1700000000001,2)(1700000000002,3)");
        try (WebSocketPeer peer = connected()) {
            ask(peer, "{\"action\":\"query\",\"args\":{\"req_id\":2,\"sql\":\"select * from d.t\"}}");

            JsonNode first = ask(peer, "{\"action\":\"fetch\",\"args\":{\"req_id\":3,\"id\":1}}");
            JsonNode second = ask(peer, "{\"action\":\"fetch\",\"args\":{\"req_id\":4,\"id\":1}}");
            JsonNode end = ask(peer, "{\"action\":\"fetch\",\"args\":{\"req_id\":5,\"id\":1}}");

            assertThat(first.get("rows").asInt()).isEqualTo(2);
            assertThat(second.get("rows").asInt()).isEqualTo(1);
            assertThat(end.get("completed").asBoolean()).isTrue();
        }
    }

    @Test
    void takesALongAnswerThroughInChunks() {
        rest.run("/rest/sql", "create database d keep 36500");
        rest.run("/rest/sql/d", "create table t(ts timestamp, s varchar(1000))");
        for (int i = 0; i < 100; i++) {
            rest.run(
                    "/rest/sql/d", "insert into t values(" + (1_700_000_000_000L + i) + ",'" + "x".repeat(1000) + "')");
        }

        assertThat(rest.run("/rest/sql/d", "select * from t").get("rows").asInt())
                .isEqualTo(100);
    }

    @Test
    void refusesABinaryMessageWithoutAHead() {
        try (WebSocketPeer peer = connected()) {
            peer.sendBinary("");
            JsonNode empty = Resources.JSON.readTree(peer.receive());
            peer.sendBinary("010203");
            JsonNode cutShort = Resources.JSON.readTree(peer.receive());

            assertThat(empty.get("code").asInt()).isEqualTo(0xffff);
            assertThat(cutShort.get("message").asString()).isEqualTo("message length is too short");
        }
    }

    @Test
    void survivesJsonThatIsNestedTooDeeply() {
        try (WebSocketPeer peer = connected()) {
            String nested = "[".repeat(10_000) + "]".repeat(10_000);
            JsonNode answer = ask(peer, "{\"action\":\"query\",\"args\":{\"req_id\":1,\"sql\":" + nested + "}}");

            assertThat(answer.get("code").asInt()).isEqualTo(0xffff);
            assertThat(ask(peer, "{\"action\":\"version\"}").get("code").asInt())
                    .isZero();
        }
    }

    @Test
    void takesAMessageInSeveralFramesAndAnswersPings() {
        try (WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            peer.sendInTwo(LOGIN);
            assertThat(Resources.JSON.readTree(peer.receive()).get("code").asInt())
                    .isZero();

            peer.ping();

            assertThat(peer.receive()).isEqualTo("(pong)");
        }
    }

    @Test
    void endsAConnectionWhoseMessageIsTooLong() {
        try (WebSocketPeer peer = connected()) {
            peer.sendText("{\"action\":\"query\",\"args\":{\"sql\":\"" + "x".repeat(100_000) + "\"}}");

            assertThat(peer.receive()).isEqualTo(WebSocketPeer.CLOSED);
        }
    }

    @Test
    void refusesAStatementThatARealServerFindsTooLong() {
        try (EmbeddedTdengine other = EmbeddedTdengine.builder().start()) {
            String sql = "create database d" + " ".repeat(1024 * 1024 - 18) + ";";

            assertThat(new RestPeer(other).post("/rest/sql", sql).body()).startsWith("{\"code\":0,");
            assertThat(new RestPeer(other).post("/rest/sql", " ;" + sql).body()).startsWith("{\"code\":537,");
        }
    }

    @Test
    void refusesABodyThatIsTooLong() {
        assertThat(rest.post("/rest/sql", "x".repeat(100_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void answersTheCloseOfAClient() {
        WebSocketPeer peer = connected();

        peer.close();

        assertThat(peer.receive()).isEqualTo(WebSocketPeer.CLOSED);
    }

    @Test
    void refusesToBecomeAWebSocketWithoutBeingAsked() {
        HttpRequest request = rest.request("/ws").GET().build();

        assertThat(rest.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void knowsTheUsersItWasGiven() {
        String header =
                "Basic " + Base64.getEncoder().encodeToString("ada:pässwörd:1".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = rest.request("/rest/sql")
                .header("Authorization", header)
                .POST(HttpRequest.BodyPublishers.ofString("create database if not exists a"))
                .build();

        String answer = rest.send(request, HttpResponse.BodyHandlers.ofString()).body();

        assertThat(answer).startsWith("{\"code\":0,");
    }

    @Test
    void refusesWhatItWouldOtherwiseAnswerWrongly() {
        try (WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            JsonNode answer = ask(
                    peer,
                    "{\"action\":\"check_server_status\",\"args\":{\"req_id\":1,\"fqdn\":\"example.com\",\"port\":0}}");

            assertThat(answer.get("message").asString())
                    .isEqualTo("the status of another server is not supported by the embedded server");
        }
    }

    @Test
    void doesNotRunWhatItIsToValidate() {
        try (WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            ask(peer, LOGIN);
            String drop = "drop database if exists nosuch";
            ByteBuffer frame = new ValidateSql(1, drop).toFrame();
            byte[] bytes = new byte[frame.remaining()];
            frame.get(bytes);
            peer.sendBinary(HexFormat.of().formatHex(bytes));

            JsonNode answer = Resources.JSON.readTree(peer.receive());

            assertThat(answer.get("code").asInt()).isEqualTo(0x0100);
        }
    }

    @Test
    void refusesEndpointsOfOldClientsByTheirNames() {
        RestPeer rest = new RestPeer(server);

        HttpResponse<String> answer = rest.send(rest.request("/rest/ws").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).isEqualTo("/rest/ws is not supported by the embedded server");
    }

    @Test
    void staysSilentOnTheTopicsEndpointAboutWhatItCannotRead() {
        try (WebSocketPeer peer = new WebSocketPeer(server, "/rest/tmq")) {
            peer.sendText("nonsense");
            peer.sendBinary("0102");

            assertThat(peer.receiveWithin(Duration.ofMillis(200))).isNull();
            assertThat(peer.ask("{\"action\":\"version\"}")).contains("\"version\":\"3.3.7.5\"");
        }
    }

    private WebSocketPeer connected() {
        WebSocketPeer peer = new WebSocketPeer(server, "/ws");
        assertThat(ask(peer, LOGIN).get("code").asInt()).isZero();
        return peer;
    }

    private static JsonNode ask(WebSocketPeer peer, String request) {
        return Resources.JSON.readTree(peer.ask(request));
    }
}
