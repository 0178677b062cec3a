// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

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
import tools.jackson.databind.ObjectMapper;

/** The valid and invalid statements of one file of {@code golden/sql}, to be damaged. */
record SqlTopic(String database, List<String> setup, List<String> statements) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<SqlTopic> all() {
        try (Stream<Path> files = Files.list(golden("sql"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .map(SqlTopic::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of recordings. */
    static Path golden(String folder) {
        try {
            return Path.of(Objects.requireNonNull(SqlTopic.class.getResource("/golden/" + folder))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SqlTopic read(Path file) {
        String database = "";
        List<String> setup = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode json = JSON.readTree(line);
                if (json.has("setup")) {
                    database = json.get("db").asString("");
                    json.get("setup").forEach(sql -> setup.add(sql.asString()));
                } else {
                    statements.add(json.get("sql").asString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SqlTopic(database, setup, statements);
    }
}
