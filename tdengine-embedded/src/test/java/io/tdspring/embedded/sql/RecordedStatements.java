// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The statements under {@code golden/sql} with the answers of a real TDengine 3.3.7.5. */
final class RecordedStatements {

    private static final JsonMapper JSON = new JsonMapper();

    private RecordedStatements() {}

    /**
     * A statement and its answer.
     *
     * @param code 0 for a success
     * @param message of an error, else empty
     * @param columns the names of the result's columns, empty for an error
     */
    record Recorded(String file, String sql, int code, String message, List<String> columns) {}

    /** All of them, those that set the scene included. */
    static List<Recorded> all() {
        List<Recorded> statements = new ArrayList<>();
        for (Path file : files()) {
            read(file, statements);
        }
        return statements;
    }

    private static List<Path> files() {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(RecordedStatements.class.getResource("/golden/sql"))
                        .toURI()))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(Path file, List<Recorded> statements) {
        String name = file.getFileName().toString();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode json = JSON.readTree(line);
                if (json.has("setup")) {
                    json.get("setup").forEach(sql -> statements.add(success(name, sql.asString())));
                } else {
                    statements.add(recorded(name, json));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recorded success(String file, String sql) {
        return new Recorded(file, sql, 0, "", List.of());
    }

    private static Recorded recorded(String file, JsonNode json) {
        JsonNode answer = json.get("answer");
        List<String> columns = new ArrayList<>();
        if (answer.has("column_meta")) {
            answer.get("column_meta")
                    .forEach(column -> columns.add(column.get(0).asString()));
        }
        String message = answer.has("desc") ? answer.get("desc").asString() : "";
        return new Recorded(file, json.get("sql").asString(), answer.get("code").asInt() & 0xffff, message, columns);
    }
}
