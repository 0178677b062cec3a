// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A recorded WebSocket conversation with TDengine 3.3.7.5 in which queries were answered, and the values that a decoder
 * must find, which come from the SQL that wrote them.
 */
public record GoldenRecording(String name, List<GoldenResult> results, JsonNode expected) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FETCH_RAW_BLOCK = 7;
    private static final int MESSAGE_LENGTH_AT = 38;

    /** Reads {@code name.jsonl} or {@code name.jsonl.gz} of a folder under {@code /golden}. */
    public static GoldenRecording of(String folder, String name) {
        String path = "/golden/" + folder + "/" + name;
        String lines = new String(bytesOf(path + ".jsonl"), StandardCharsets.UTF_8);
        List<GoldenResult> results = new ArrayList<>();
        lines.lines().map(JSON::readTree).forEach(message -> addTo(results, message));
        return new GoldenRecording(name, List.copyOf(results), json(path + ".expected.json"));
    }

    /** Reads a JSON file of the test resources. */
    public static JsonNode json(String path) {
        return JSON.readTree(bytesOf(path));
    }

    private static byte[] bytesOf(String path) {
        InputStream packed = GoldenRecording.class.getResourceAsStream(path + ".gz");
        try (InputStream in =
                packed == null ? GoldenRecording.class.getResourceAsStream(path) : new GZIPInputStream(packed)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addTo(List<GoldenResult> results, JsonNode message) {
        if (message.get("dir").stringValue().equals("c>s")) {
            return;
        }
        if (message.has("text")) {
            JsonNode answer = JSON.readTree(message.get("text").stringValue());
            if (answer.has("fields_types") && answer.get("fields_types").isArray()) {
                results.add(GoldenResult.of(answer));
            }
            return;
        }
        ByteBuffer frame = ByteBuffer.wrap(
                        HexFormat.of().parseHex(message.get("hex").stringValue()))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (!isEnd(frame)) {
            results.get(results.size() - 1).blocks().add(block(frame));
        }
    }

    private static boolean isEnd(ByteBuffer frame) {
        return isRaw(frame) && frame.get(finishedAt(frame)) != 0;
    }

    /** Whether this is an answer to fetch_raw_block; the other kind, to fetch_block, is timing, id and block. */
    private static boolean isRaw(ByteBuffer frame) {
        return frame.getLong(0) == -1 && frame.getLong(8) == FETCH_RAW_BLOCK;
    }

    private static int finishedAt(ByteBuffer frame) {
        return MESSAGE_LENGTH_AT + 4 + frame.getInt(MESSAGE_LENGTH_AT) + 8;
    }

    private static ByteBuffer block(ByteBuffer frame) {
        int at = isRaw(frame) ? finishedAt(frame) + 5 : 16;
        return frame.slice(at, frame.limit() - at);
    }

    /** The last result that has rows; the expected values are its rows. */
    public GoldenResult result() {
        return results.stream()
                .filter(result -> !result.blocks().isEmpty())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
