// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * All exchanges of {@code golden/rest}, answered as by a real server, but for those that are listed in
 * {@code differences/rest}: what is not listed must not differ, and what is listed must.
 */
class RestRecordingsTest {

    /** Schemaless writing has a test of its own. */
    private static final List<String> NOT_REPLAYED_HERE = List.of("influx-", "opentsdb-");

    private static EmbeddedTdengine server;
    private static RestPeer rest;

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        rest = new RestPeer(server);
        createData(server, rest);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void createData(EmbeddedTdengine server, RestPeer peer) {
        GoldenData.create(peer);
        // NaN and the infinities can be written in no other way.
        try (WebSocketPeer socket = new WebSocketPeer(server, "/ws")) {
            Conversation.read("special-floats").replay(socket);
        }
    }

    static List<String> recordings() {
        return Resources.names("rest").stream()
                .map(file -> file.replace(".json", ""))
                .filter(name -> NOT_REPLAYED_HERE.stream().noneMatch(name::startsWith))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecorded(String name) {
        JsonNode recording = Resources.json("rest/" + name + ".json");

        List<Difference> differences = changesSomething(recording)
                ? onAServerOfItsOwn(peer -> differences(peer, recording))
                : differences(rest, recording);

        Difference.check("rest", name, differences);
    }

    /** Sends the request of a recording to a server that is ready for it, and expects what is recorded. */
    static void check(RestPeer peer, String name) {
        Difference.check("rest", name, differences(peer, Resources.json("rest/" + name + ".json")));
    }

    private static boolean changesSomething(JsonNode recording) {
        return recording.get("response").get("body").asString().contains("\"affected_rows\"");
    }

    private static <T> T onAServerOfItsOwn(Function<RestPeer, T> replay) {
        try (EmbeddedTdengine own = EmbeddedTdengine.builder().start()) {
            RestPeer peer = new RestPeer(own);
            createData(own, peer);
            peer.run("/rest/sql", "create database gold_tmp");
            return replay.apply(peer);
        }
    }

    private static List<Difference> differences(RestPeer peer, JsonNode recording) {
        HttpResponse<byte[]> response =
                peer.send(request(peer, recording.get("request")), HttpResponse.BodyHandlers.ofByteArray());
        String body = Bodies.text(response);
        List<String> found = new ArrayList<>();
        JsonNode expected = recording.get("response");
        if (response.statusCode() != expected.get("status").asInt()) {
            found.add("has the status " + response.statusCode() + ", not " + expected.get("status"));
        }
        if (!hasSameBody(recording, body)) {
            found.add("answered " + body + ", not " + expected.get("body").asString());
        }
        checkHeaders(response, expected.get("headers"), found);
        if (found.isEmpty()) {
            return List.of();
        }
        JsonNode json = body.startsWith("{") ? Resources.JSON.readTree(body) : Resources.JSON.createObjectNode();
        JsonNode request = recording.get("request");
        return List.of(Difference.of(
                1,
                request.get("path").asString() + " " + request.path("body").asString(""),
                json.path("code").asInt(0),
                json.path("desc").asString(""),
                String.join("; ", found)));
    }

    private static boolean hasSameBody(JsonNode recording, String body) {
        String expected = recording.get("response").get("body").asString();
        if (withoutTiming(body).equals(withoutTiming(expected))) {
            return true;
        }
        // Lists of what there is come in no order that is promised.
        return recording.get("request").path("body").asString("").startsWith("show ")
                && inAnyOrder(body).equals(inAnyOrder(expected));
    }

    private static String inAnyOrder(String body) {
        JsonNode answer = Resources.JSON.readTree(body);
        return answer.get("column_meta") + " "
                + StreamSupport.stream(answer.path("data").spliterator(), false)
                        .map(JsonNode::toString)
                        .sorted()
                        .toList();
    }

    private static void checkHeaders(HttpResponse<?> response, JsonNode headers, List<String> found) {
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            String name = header.getKey();
            String expected = header.getValue().asString();
            String value = response.headers().firstValue(name).orElse("(none)");
            // The length depends on the timing, the date on the day.
            boolean differs = List.of("Content-Length", "Date").contains(name)
                    ? value.equals("(none)")
                    : !value.equalsIgnoreCase(expected);
            if (differs) {
                found.add(name + " is " + value + ", not " + expected);
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
