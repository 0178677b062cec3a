// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An engine without a network: the test sees each message that is sent, and the thread that brings an answer is the one that
 * reads the socket. It logs everybody in. Confined to one
 * thread at a time.
 */
final class MemoryEngine implements WebSocketEngine, OpenSocket {

    private static final int MAX_MESSAGE_BYTES = 1000;

    final List<String> actions = new ArrayList<>();
    /** Those of {@link #actions} for which nobody waited. */
    final List<String> leftForLater = new ArrayList<>();

    final List<ByteBuffer> recycled = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final List<BinaryRequestHead> fetches = new ArrayList<>();
    private final Deque<ByteBuffer> prepared = new ArrayDeque<>();
    private int mostFetchesUnderWay;
    private Receiver receiver;
    private boolean ended;

    MemoryEngine() {
        answerTo(ConnectRequest.ACTION, "\"version\":\"3.3.7.5\"");
    }

    /** Has requests with this action answered at once, with these fields. */
    void answerTo(String action, String fields) {
        answers.put(action, fields);
    }

    @Override
    public OpenSocket open(String path, Receiver opened, Deadline deadline) {
        receiver = opened;
        return this;
    }

    @Override
    public int maxMessageBytes() {
        return MAX_MESSAGE_BYTES;
    }

    @Override
    public void sendTextLater(String text) {
        leftForLater.add(RequestEnvelope.read(text).action());
        boolean unused = sendText(text, Deadline.after(Duration.ofSeconds(1)));
    }

    @Override
    public boolean sendText(String text, Deadline deadline) {
        RequestEnvelope request = RequestEnvelope.read(text);
        actions.add(request.action());
        String fields = answers.get(request.action());
        if (fields != null) {
            answer(request.action(), request.requestId(), fields);
        }
        return !ended;
    }

    /** A query is answered at once, by a result of one column; a fetch too, if a block is prepared for it. */
    @Override
    public boolean sendBinary(Deadline deadline, ByteBuffer... parts) {
        BinaryRequestHead head = BinaryRequestHead.read(parts[0].duplicate());
        if (head.action() == BinaryQuery.CODE) {
            actions.add(BinaryQuery.ACTION);
            answerQuery(head.requestId());
        } else {
            actions.add(FetchRawBlock.ACTION);
            fetches.add(head);
            mostFetchesUnderWay = Math.max(mostFetchesUnderWay, fetches.size());
            if (!prepared.isEmpty()) {
                bring(prepared.remove());
            }
        }
        return !ended;
    }

    private void answerQuery(long id) {
        answer(
                BinaryQuery.ACTION,
                id,
                "\"id\":7,\"is_update\":false,\"affected_rows\":0,\"fields_count\":1,\"fields_names\":[\"v\"],"
                        + "\"fields_types\":[4],\"fields_lengths\":[4],\"precision\":0,\"fields_precisions\":[0],"
                        + "\"fields_scales\":[0]");
    }

    private void answer(String action, long id, String fields) {
        receiver.onText("{\"code\":0,\"message\":\"\",\"action\":\"" + action + "\",\"req_id\":" + id + ",\"timing\":1,"
                + fields + "}");
    }

    int fetchesUnderWay() {
        return fetches.size();
    }

    int mostFetchesUnderWay() {
        return mostFetchesUnderWay;
    }

    long fetchesSent() {
        return actions.stream().filter(FetchRawBlock.ACTION::equals).count();
    }

    /** Has the next fetch answered with this block. */
    void prepare(ByteBuffer block) {
        prepared.add(block);
    }

    /** Answers the oldest fetch with a block; returns the message. */
    ByteBuffer bring(ByteBuffer block) {
        BinaryRequestHead fetch = fetches.remove(0);
        ByteBuffer frame = new FetchedBlock.Rows(fetch.requestId(), fetch.resourceId(), 1, block).toFrame();
        receiver.onBinary(frame);
        return frame;
    }

    /** Answers the oldest fetch with the end of the result; returns the message. */
    ByteBuffer finish() {
        BinaryRequestHead fetch = fetches.remove(0);
        ByteBuffer frame = new FetchedBlock.End(fetch.requestId(), fetch.resourceId(), 1).toFrame();
        receiver.onBinary(frame);
        return frame;
    }

    void end(String why) {
        ended = true;
        receiver.onEnd(why, null);
    }

    @Override
    public void recycle(ByteBuffer message) {
        recycled.add(message);
    }

    @Override
    public void close() {
        ended = true;
    }

    @Override
    public void cancel() {
        ended = true;
    }
}
