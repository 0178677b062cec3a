// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.ScriptedPeer.Received;
import io.tdspring.protocol.tmq.FetchRawData;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ResponseHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recorded conversation with a real server, to be had again: the n-th request of an action gets the answer that the n-th
 * got then, under the request's id of now.
 */
public final class Recording {

    private static final int REQUEST_ID_OFFSET = 26;

    private final Map<String, Deque<JsonNode>> answers = new HashMap<>();
    private final List<String> statements = new ArrayList<>();

    /** Reads a recording from the resources. */
    public static Recording of(String name) {
        Recording recording = new Recording();
        List<JsonNode> lines = lines(name);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).get("dir").asString().equals("c>s")) {
                recording.add(lines.get(i), lines.subList(i + 1, lines.size()));
            }
        }
        return recording;
    }

    /** What a decoder must find in the recording. */
    public static JsonNode expected(String name) {
        try (InputStream in = resource(name + ".expected.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of a recording in their order, those of the client with {@code dir} "c>s". */
    static List<JsonNode> lines(String name) {
        InputStream plain = resource(name + ".jsonl");
        try (InputStream in = plain != null ? plain : new GZIPInputStream(resource(name + ".jsonl.gz"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(JsonMapper.shared()::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String file) {
        return Recording.class.getResourceAsStream("/golden/ws/" + file);
    }

    private void add(JsonNode request, List<JsonNode> rest) {
        String action;
        long requestId;
        if (request.has("text")) {
            RequestEnvelope envelope = RequestEnvelope.read(request.get("text").asString());
            action = key(envelope.action(), request.get("text").asString());
            requestId = envelope.requestId();
        } else {
            ByteBuffer frame = frame(request);
            BinaryRequestHead head = BinaryRequestHead.read(frame);
            action = head.action() == BinaryQuery.CODE ? BinaryQuery.ACTION : FetchRawBlock.ACTION;
            requestId = head.requestId();
            if (action.equals(BinaryQuery.ACTION)) {
                statements.add(BinaryQuery.read(frame).sql());
            }
        }
        rest.stream()
                .filter(line -> line.get("dir").asString().equals("s>c") && requestIdOf(line) == requestId)
                .findFirst()
                .ifPresent(answer -> answers.computeIfAbsent(action, key -> new ArrayDeque<>())
                        .add(answer));
    }

    // Messages are asked for by number, and not all of them are.
    private static String key(String action, String json) {
        return action.equals(FetchRawData.ACTION)
                ? action + " " + FetchRawData.read(json).messageId()
                : action;
    }

    private static long requestIdOf(JsonNode answer) {
        return answer.has("text")
                ? ResponseHead.read(answer.get("text").asString()).requestId()
                : frame(answer).order(ByteOrder.LITTLE_ENDIAN).getLong(REQUEST_ID_OFFSET);
    }

    private static ByteBuffer frame(JsonNode line) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(line.get("hex").asString()));
    }

    /** The statements sent by {@code binary_query}. */
    public List<String> statements() {
        return statements;
    }

    /** Answers by this recording whatever it has an answer to. */
    public void playTo(ScriptedPeer peer) {
        answers.keySet().forEach(key -> peer.on(key.replaceFirst(" .*", ""), this::answer));
    }

    private void answer(Received request) {
        JsonNode answer;
        synchronized (this) {
            answer = answers.get(key(request.action(), request.json())).poll();
        }
        if (answer == null) {
            throw new IllegalStateException("the recording has no further answer to " + request.action());
        }
        if (answer.has("hex")) {
            ByteBuffer frame = frame(answer).order(ByteOrder.LITTLE_ENDIAN);
            request.send(frame.putLong(REQUEST_ID_OFFSET, request.requestId()));
        } else {
            String recorded = answer.get("text").asString();
            String id = Long.toUnsignedString(requestIdOf(answer));
            request.socket()
                    .send(recorded.replaceFirst(
                            "\"req_id\":" + id + ",",
                            "\"req_id\":" + Long.toUnsignedString(request.requestId()) + ","));
        }
    }
}
