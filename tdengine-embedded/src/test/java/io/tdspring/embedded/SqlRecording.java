// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One file under {@code golden/sql}: statements, with the answers of a real TDengine 3.3.7.5 over REST. */
record SqlRecording(List<Statement> setup, List<Statement> statements) {

    /** How a statement is compared that sets the scene. */
    static final String SUCCESS = "success";

    private static final JsonNode NO_ERROR = Resources.JSON.readTree("{\"code\":0}");

    /**
     * A statement and its answer.
     *
     * @param line of the file, from 1; what sets the scene is in the first
     * @param path and query of the request that it was sent with
     * @param authorization header of that request
     */
    record Statement(int line, String sql, String path, String authorization, String compare, JsonNode answer) {

        /** The error's code, or 0. */
        int code() {
            return answer.get("code").asInt();
        }
    }

    /** The topics of all files. */
    static List<String> topics() {
        return Resources.names("sql").stream()
                .filter(file -> file.endsWith(".jsonl"))
                .map(file -> file.replace(".jsonl", ""))
                .toList();
    }

    static SqlRecording read(String topic) {
        List<String> lines = Resources.text("sql/" + topic + ".jsonl").lines().toList();
        JsonNode head = Resources.JSON.readTree(lines.get(0));
        List<Statement> setup = StreamSupport.stream(head.get("setup").spliterator(), false)
                .map(sql -> new Statement(1, sql.asString(), path(head), RestPeer.ROOT, SUCCESS, NO_ERROR))
                .toList();
        List<Statement> statements = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                statements.add(statement(i + 1, Resources.JSON.readTree(lines.get(i))));
            }
        }
        return new SqlRecording(setup, statements);
    }

    private static Statement statement(int line, JsonNode json) {
        String compare = json.path("compare").asString("ordered");
        return new Statement(
                line, json.get("sql").asString(), path(json), authorization(json), compare, json.get("answer"));
    }

    private static String path(JsonNode json) {
        String database = json.path("db").asString("");
        String path = "/rest/sql" + (database.isEmpty() ? "" : "/" + encoded(database));
        String zone = json.path("tz").asString("");
        String connectionZone = json.path("conn_tz").asString("");
        List<String> query = new ArrayList<>();
        if (!zone.isEmpty()) {
            query.add("tz=" + encoded(zone));
        }
        if (!connectionZone.isEmpty()) {
            query.add("conn_tz=" + encoded(connectionZone));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String authorization(JsonNode json) {
        String user = json.path("user").asString("");
        if (user.isEmpty()) {
            return RestPeer.ROOT;
        }
        String pair = user + ":" + json.path("password").asString("taosdata");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
