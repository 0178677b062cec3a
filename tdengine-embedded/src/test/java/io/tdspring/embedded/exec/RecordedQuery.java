// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement with the answer of a real TDengine 3.3.7.5.
 *
 * @param database it ran in, or empty
 * @param zone of the connection, or empty for the server's, which is UTC
 * @param compare {@code ordered}, {@code unordered}, or {@code shape} for the number of rows alone
 */
record RecordedQuery(String sql, String database, String zone, String compare, JsonNode answer) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A file of recordings with what sets the scene. */
    record Recording(String database, List<String> setup, List<RecordedQuery> statements) {

        static Recording read(String name) {
            List<String> lines = lines("/golden/sql/" + name + ".jsonl");
            JsonNode head = JSON.readTree(lines.get(0));
            List<String> setup = new ArrayList<>();
            head.get("setup").forEach(sql -> setup.add(sql.asString()));
            List<RecordedQuery> statements = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                statements.add(of(JSON.readTree(line)));
            }
            return new Recording(text(head.get("db")), setup, statements);
        }
    }

    private static RecordedQuery of(JsonNode json) {
        return new RecordedQuery(
                json.get("sql").asString(),
                text(json.get("db")),
                text(json.get("conn_tz")),
                json.has("compare") ? json.get("compare").asString() : "ordered",
                json.get("answer"));
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? "" : node.asString();
    }

    /** The lines of a test resource that are not empty. */
    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedQuery.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isQuery() {
        String start = sql.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("select") || start.startsWith("(");
    }

    /** The code of the error, or 0. */
    int code() {
        return answer.get("code").asInt() & 0xffff;
    }

    /** The text of the error. */
    String description() {
        return answer.get("desc").asString();
    }
}
