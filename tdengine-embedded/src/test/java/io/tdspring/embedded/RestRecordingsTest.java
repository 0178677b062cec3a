// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sends what was sent to a real server, and expects what that answered. */
class RestRecordingsTest {

    private static EmbeddedTdengine server;
    private static RestPeer rest;

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        rest = new RestPeer(server);
        GoldenData.create(rest);
        rest.run("/rest/sql", "create database gold_tmp");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "control-characters",
                "cors-origin",
                "cors-preflight",
                "create-db-through-unknown-path",
                "ddl",
                "describe",
                "duplicate-names",
                "duplicate-names-row-with-meta",
                "empty-result",
                "error-auth",
                "error-auth-basic-empty-password",
                "error-auth-basic-undecodable",
                "error-auth-bearer",
                "error-auth-missing",
                "error-auth-scheme",
                "error-auth-scheme-case",
                "error-auth-taosd",
                "error-auth-unknown-user",
                "error-blank-sql",
                "error-database-exists",
                "error-drop-unknown-db",
                "error-empty-body",
                "error-no-database",
                "error-no-database-insert",
                "error-no-database-select",
                "error-not-found",
                "error-syntax",
                "error-unknown-column",
                "error-unknown-db",
                "error-unknown-db-in-path",
                "error-unknown-table",
                "error-user-exists",
                "error-wrong-method",
                "gzip-answer",
                "gzip-request",
                "login-long-user",
                "login-token",
                "login-token-use",
                "login-unknown-user",
                "login-wrong",
                "null-column",
                "path-db-is-case-sensitive",
                "ping",
                "req-id",
                "req-id-bad",
                "req-id-negative",
                "req-id-over-long",
                "row-with-meta",
                "row-with-meta-bad",
                "select-all-types",
                "select-all-types-tz",
                "select-all-types-us",
                "server-version",
                "timing",
                "trailing-semicolon",
                "two-statements",
                "tz-empty",
                "tz-london",
                "tz-unknown",
                "use-has-no-effect"
            })
    void answersLikeTheRealServer(String name) {
        check(rest, name);
    }

    @Test
    void readsAndWritesTimestampsInTheZoneOfTheConnection() {
        JsonNode answer = rest.run(
                "/rest/sql/gold_ms?conn_tz=Asia/Shanghai&tz=UTC",
                "select ts, c_ts from alltypes where ts >= '2023-11-15 06:13:20.000' and ts < '2023-11-15 06:13:20.003'"
                        + " order by ts");

        // As recorded of a real server, but without a column by a function that this one does not have.
        assertThat(answer.get("data"))
                .hasToString("[[\"2023-11-15T06:13:20.000+08:00\",\"2023-11-15T06:13:20.001+08:00\"],"
                        + "[\"2023-11-15T06:13:20.001+08:00\",null],"
                        + "[\"2023-11-15T06:13:20.002+08:00\",\"1970-01-01T08:00:00.000+08:00\"]]");
    }

    @Test
    void showsTheStatementThatMadeATable() {
        String body = Resources.json("rest/show-create-table.json")
                .get("response")
                .get("body")
                .asString();
        String recorded =
                Resources.JSON.readTree(body).get("data").get(0).get(1).asString();
        try (EmbeddedTdengine own = EmbeddedTdengine.builder().start()) {
            RestPeer peer = new RestPeer(own);
            peer.run("/rest/sql", "create database d");
            peer.run("/rest/sql/d", recorded);

            JsonNode answer = peer.run("/rest/sql/d", "show create table st");

            assertThat(answer.get("data").get(0).get(1).asString()).isEqualTo(recorded);
        }
    }

    /** Each on a server of its own: they change what others read. */
    @ParameterizedTest
    @ValueSource(strings = {"ddl-drop", "insert-affected", "insert-multi-table", "row-with-meta-insert"})
    void writesLikeTheRealServer(String name) {
        try (EmbeddedTdengine own = EmbeddedTdengine.builder().start()) {
            RestPeer peer = new RestPeer(own);
            GoldenData.create(peer);
            peer.run("/rest/sql", "create database gold_tmp");

            check(peer, name);
        }
    }

    private static void check(RestPeer peer, String name) {
        JsonNode recording = Resources.json("rest/" + name + ".json");

        HttpResponse<byte[]> response =
                peer.send(request(peer, recording.get("request")), HttpResponse.BodyHandlers.ofByteArray());

        JsonNode expected = recording.get("response");
        assertThat(response.statusCode()).isEqualTo(expected.get("status").asInt());
        assertThat(withoutTiming(Bodies.text(response)))
                .isEqualTo(withoutTiming(expected.get("body").asString()));
        checkHeaders(response, expected.get("headers"));
    }

    private static void checkHeaders(HttpResponse<?> response, JsonNode headers) {
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            assertThat(response.headers().firstValue(header.getKey()))
                    .as(header.getKey())
                    .isPresent();
            // The length depends on the timing, the date on the day.
            if (!header.getKey().equals("Content-Length") && !header.getKey().equals("Date")) {
                assertThat(response.headers().firstValue(header.getKey()).orElseThrow())
                        .isEqualToIgnoringCase(header.getValue().asString());
            }
        }
    }

    private static HttpRequest request(RestPeer peer, JsonNode recorded) {
        byte[] body = recorded.has("body_hex")
                ? HexFormat.of().parseHex(recorded.get("body_hex").asString())
                : recorded.get("body").asString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = peer.request(recorded.get("path").asString())
                .method(
                        recorded.get("method").asString(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        recorded.get("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asString()));
        return request.build();
    }

    private static String withoutTiming(String body) {
        return body.replaceAll("\"timing\":\\d+", "\"timing\":0");
    }
}
