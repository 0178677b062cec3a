// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the client said in one file of {@code golden/ws}. */
record ClientSide(String name, String path, List<Message> messages) {

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("ArrayRecordComponent") // nobody compares messages
    record Message(boolean isText, byte[] bytes) {}

    static List<ClientSide> all() {
        try (Stream<Path> files = Files.list(SqlTopic.golden("ws"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .map(ClientSide::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClientSide read(Path file) {
        String name = file.getFileName().toString().replace(".jsonl", "");
        List<Message> messages = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode json = JSON.readTree(line);
                if (json.get("dir").asString().equals("c>s")) {
                    messages.add(message(json));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean topics = name.startsWith("tmq-") || name.endsWith("-tmq");
        return new ClientSide(name, topics ? "/rest/tmq" : "/ws", List.copyOf(messages));
    }

    private static Message message(JsonNode json) {
        return json.has("text")
                ? new Message(true, json.get("text").asString().getBytes(StandardCharsets.UTF_8))
                : new Message(false, HexFormat.of().parseHex(json.get("hex").asString()));
    }

    @Override
    public String toString() {
        return name;
    }
}
