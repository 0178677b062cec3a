// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.golden;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.protocol.Recording.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The answer to one query: its columns as the server described them, and its raw blocks; found without our decoders. */
public record GoldenResult(List<Column> columns, Precision precision, List<ByteBuffer> blocks) {

    private static final int FETCH_RAW_BLOCK = 7;
    private static final int MESSAGE_LENGTH_AT = 38;

    /** The last result of a conversation that has rows. */
    public static GoldenResult of(List<Message> messages) {
        List<GoldenResult> results = new ArrayList<>();
        messages.stream().filter(message -> !message.fromClient()).forEach(message -> addTo(results, message));
        return results.stream()
                .filter(result -> !result.blocks().isEmpty())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static void addTo(List<GoldenResult> results, Message message) {
        if (message.isText()) {
            JsonNode answer = message.json();
            if (answer.path("fields_types").isArray()) {
                results.add(ofAnswer(answer));
            }
            return;
        }
        ByteBuffer frame = message.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (!isEnd(frame)) {
            results.get(results.size() - 1).blocks().add(block(frame));
        }
    }

    private static GoldenResult ofAnswer(JsonNode answer) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < answer.get("fields_types").size(); i++) {
            columns.add(new Column(
                    answer.get("fields_names").get(i).stringValue(),
                    DataType.of(answer.get("fields_types").get(i).intValue()),
                    answer.get("fields_lengths").get(i).intValue(),
                    answer.path("fields_precisions").path(i).asInt(0),
                    answer.path("fields_scales").path(i).asInt(0)));
        }
        return new GoldenResult(
                List.copyOf(columns), Precision.of(answer.get("precision").intValue()), new ArrayList<>());
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
}
