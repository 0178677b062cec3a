// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import io.tdspring.golden.GoldenResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a client and TDengine 3.3.7.5 said to each other on a WebSocket, in the order in which the client saw it, and the
 * values that a decoder must find, which come from the SQL that wrote them.
 */
public record Recording(String name, List<Recording.Message> messages) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "/golden/ws/";

    /** One WebSocket message: a text, or bytes. */
    public record Message(boolean fromClient, String text, ByteBuffer bytes) {

        public boolean isText() {
            return bytes == null;
        }

        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** All recordings whose name begins so. */
    public static List<Recording> all(String prefix) {
        try (Stream<Path> files =
                Files.list(Path.of(Recording.class.getResource(FOLDER).toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.contains(".jsonl"))
                    .sorted()
                    .map(Recording::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A recording.
     *
     * @param name of its file, with or without the ending
     */
    public static Recording of(String name) {
        String plain = name.replaceFirst("\\.jsonl(\\.gz)?$", "");
        List<Message> messages = new ArrayList<>();
        new String(bytesOf(FOLDER + plain + ".jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .map(Recording::message)
                .forEach(messages::add);
        return new Recording(plain, List.copyOf(messages));
    }

    private static Message message(JsonNode line) {
        boolean fromClient = line.get("dir").stringValue().equals("c>s");
        if (line.has("text")) {
            return new Message(fromClient, line.get("text").stringValue(), null);
        }
        byte[] bytes = HexFormat.of().parseHex(line.get("hex").stringValue());
        return new Message(fromClient, null, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /** What a decoder must find in this recording. */
    public JsonNode expected() {
        return json(FOLDER + name + ".expected.json");
    }

    /** The last result that has rows; the expected values are its rows. */
    public GoldenResult result() {
        return GoldenResult.of(messages);
    }

    /** A JSON file of the test resources. */
    public static JsonNode json(String path) {
        return JSON.readTree(bytesOf(path));
    }

    private static byte[] bytesOf(String path) {
        InputStream packed = Recording.class.getResourceAsStream(path + ".gz");
        try (InputStream in =
                packed == null ? Recording.class.getResourceAsStream(path) : new GZIPInputStream(packed)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> texts(boolean fromClient) {
        return messages.stream()
                .filter(message -> message.isText() && message.fromClient() == fromClient)
                .map(Message::text)
                .toList();
    }

    public List<ByteBuffer> frames(boolean fromClient) {
        return messages.stream()
                .filter(message -> !message.isText() && message.fromClient() == fromClient)
                .map(Message::bytes)
                .toList();
    }

    /** The server's frames of the form that begins with a flag, of one action. */
    public List<ByteBuffer> answers(int action) {
        return frames(false).stream()
                .filter(frame -> frame.getLong(0) == -1 && frame.get(8) == action)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
