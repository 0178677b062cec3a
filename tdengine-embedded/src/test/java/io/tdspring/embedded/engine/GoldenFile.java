// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file under {@code golden/sql}: statements with the answers of a real TDengine 3.3.7.5. */
record GoldenFile(String database, List<String> setup, List<Recorded> statements) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A statement and its answer.
     *
     * @param database the one it ran in, or empty
     */
    record Recorded(String sql, String database, JsonNode answer) {

        int code() {
            return answer.get("code").asInt() & 0xffff;
        }
    }

    /** All files by their names. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(GoldenFile.class.getResource("/golden/sql"))
                .toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".jsonl"))
                    .map(file -> file.replace(".jsonl", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static GoldenFile read(String name) {
        String database = "";
        List<String> setup = new ArrayList<>();
        List<Recorded> statements = new ArrayList<>();
        for (String line : lines("/golden/sql/" + name + ".jsonl")) {
            JsonNode json = JSON.readTree(line);
            if (json.has("setup")) {
                database = json.get("db").asString("");
                json.get("setup").forEach(sql -> setup.add(sql.asString()));
            } else {
                statements.add(
                        new Recorded(json.get("sql").asString(), json.get("db").asString(""), json.get("answer")));
            }
        }
        return new GoldenFile(database, setup, statements);
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenFile.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs what sets the scene; the first statement that needs the database finds it as the session's. */
    void prepare(SqlEngine engine, SessionState session) {
        for (String sql : setup) {
            engine.execute(session, sql);
            if (engine.catalog().find(database) != null) {
                session.setDatabase(database);
            }
        }
    }
}
