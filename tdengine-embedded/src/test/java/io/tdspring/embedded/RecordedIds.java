// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import io.tdspring.embedded.Conversation.Exchange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which id the server gave where the real one gave another, for results and statements, and what else is read out of
 * recorded messages.
 */
final class RecordedIds {

    /** How the keys of answers begin that carry a block. */
    static final String BLOCK = "block ";

    private static final int HEAD = 24;
    private static final long QUERY = 6;
    private static final long FETCH_RAW_BLOCK = 7;
    private static final long BIND = 9;
    private static final String RAW_BLOCK = "ffffffffffffffff";

    private static final long NONE = -1;

    private final Map<String, Long> ours = new HashMap<>();

    /** Takes the ids from an answer and the recorded one. */
    void learn(String recorded, String actual) {
        JsonNode from = parsed(recorded);
        JsonNode to = parsed(actual);
        for (String kind : new String[] {"id", "stmt_id"}) {
            if (from.path(kind).asLong(0) != 0) {
                ours.putIfAbsent(kind + from.get(kind), to.path(kind).asLong(NONE));
            }
        }
    }

    /** Whether a request is about what this server did not give, since it refused to. */
    boolean isAboutNothing(Exchange exchange) {
        if (exchange.isText()) {
            JsonNode args = parsed(exchange.request()).path("args");
            return ours("id", args.path("id").asLong(0)) == NONE
                    || ours("id", args.path("result_id").asLong(0)) == NONE
                    || ours("stmt_id", args.path("stmt_id").asLong(0)) == NONE;
        }
        ByteBuffer bytes = bytes(exchange.request());
        return bytes.limit() >= HEAD && ours(kindOf(bytes), bytes.getLong(8)) == NONE;
    }

    private static String kindOf(ByteBuffer request) {
        return request.getLong(16) == BIND ? "stmt_id" : "id";
    }

    private long ours(String kind, long id) {
        return ours.getOrDefault(kind + id, id);
    }

    /** The request with the ids that this server gave. */
    String inRequest(Exchange exchange) {
        if (exchange.isText()) {
            return inText(exchange.request());
        }
        ByteBuffer bytes = bytes(exchange.request());
        if (bytes.limit() < HEAD) {
            return exchange.request();
        }
        bytes.putLong(8, ours(kindOf(bytes), bytes.getLong(8)));
        return hex(bytes);
    }

    private String inText(String request) {
        JsonNode json = parsed(request);
        if (!(json.path("args") instanceof ObjectNode args)) {
            return request;
        }
        boolean changed = false;
        for (String name : new String[] {"id", "result_id", "stmt_id"}) {
            long id = args.path(name).isIntegralNumber() ? args.path(name).asLong() : 0;
            long own = ours(name.equals("stmt_id") ? name : "id", id);
            if (own != id) {
                args.put(name, own);
                changed = true;
            }
        }
        // Else as it was said, to the last character.
        return changed ? json.toString() : request;
    }

    /** A recorded answer as this server would give it, without what differs from run to run. */
    Object comparable(String answer) {
        if (Conversation.comparable(answer) instanceof ObjectNode json) {
            for (String kind : new String[] {"id", "stmt_id"}) {
                if (json.path(kind).asLong(0) != 0) {
                    json.set(
                            kind,
                            Resources.JSON.readTree(
                                    Long.toString(ours(kind, json.get(kind).asLong()))));
                }
            }
            return json;
        }
        ByteBuffer bytes = bytes(answer);
        int at = answer.startsWith(RAW_BLOCK) ? idOfRawBlock(bytes) : Long.BYTES;
        if (at + Long.BYTES <= bytes.limit()) {
            bytes.putLong(at, ours("id", bytes.getLong(at)));
        }
        return Conversation.comparable(hex(bytes));
    }

    /** Behind flag, action, version, timing, request id, code and a message. */
    private static int idOfRawBlock(ByteBuffer bytes) {
        int messageLength = 38;
        return messageLength + Integer.BYTES + bytes.getInt(messageLength);
    }

    /** Says which request an answer belongs to. */
    String keyOf(String answer) {
        if (answer.startsWith("{")) {
            return Resources.JSON.readTree(answer).path("req_id").asString("0");
        }
        ByteBuffer bytes = bytes(answer);
        return answer.startsWith(RAW_BLOCK) ? BLOCK + Long.toUnsignedString(bytes.getLong(26)) : "";
    }

    static String keyOfRequest(Exchange exchange) {
        if (exchange.isText()) {
            return parsed(exchange.request()).path("args").path("req_id").asString("0");
        }
        ByteBuffer bytes = bytes(exchange.request());
        if (bytes.limit() < HEAD) {
            return "0";
        }
        String requestId = Long.toUnsignedString(bytes.getLong(0));
        return bytes.getLong(16) == FETCH_RAW_BLOCK ? BLOCK + requestId : requestId;
    }

    /** A request as a person can read it: the text, the statement, or hex. */
    static String readable(Exchange exchange) {
        if (exchange.isText()) {
            return exchange.request();
        }
        ByteBuffer bytes = bytes(exchange.request());
        boolean isQuery = bytes.limit() > HEAD + 6 && bytes.getLong(16) == QUERY;
        String hex = exchange.request();
        return isQuery
                ? StandardCharsets.UTF_8.decode(bytes.position(HEAD + 6)).toString()
                : hex.substring(0, Math.min(hex.length(), 2 * HEAD));
    }

    private static JsonNode parsed(String request) {
        try {
            return Resources.JSON.readTree(request);
        } catch (JacksonException e) {
            return Resources.JSON.createObjectNode();
        }
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        return HexFormat.of().formatHex(copy);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
