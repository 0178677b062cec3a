// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import io.tdspring.data.Precision;
import io.tdspring.protocol.block.BlockWriter;
import io.tdspring.protocol.tmq.AssignmentResponse;
import io.tdspring.protocol.tmq.CommitOffsetResponse;
import io.tdspring.protocol.tmq.CommitResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.OffsetsResponse;
import io.tdspring.protocol.tmq.PollResponse;
import io.tdspring.protocol.tmq.SubscribeResponse;
import io.tdspring.protocol.tmq.TmqBlockSource;
import io.tdspring.protocol.tmq.TmqData;
import io.tdspring.protocol.tmq.VgroupAssignment;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.SimpleResponse;
import io.tdspring.protocol.ws.TextResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vgroup of a topic whose messages hold {@link Replay#BLOCK_ROWS} rows of {@link Replay#W1} each, without end: each poll brings
 * the next. Confined to one thread.
 */
final class TopicReplay {

    private static final int VGROUP = 2;
    /** Where a frame prepared for {@code fetch_raw_data} has these, behind the WebSocket's head. */
    private static final int REQUEST_ID = 10 + 26;

    private static final int MESSAGE_ID = 10 + 42;
    /** Where a raw block has its version. */
    private static final int BLOCK_VERSION = 0;

    private final ServerFrames out;
    private final String version;
    private @Nullable ByteBuffer frame;
    private long messages;

    TopicReplay(ServerFrames out, String version) {
        this.out = out;
        this.version = version;
    }

    void answer(RequestEnvelope request, String text) throws IOException {
        if (request.action().equals("fetch_raw_data")) {
            fetch(request.requestId(), Numbers.of(text, "message_id"));
        } else {
            out.sendText(answerOf(request, text).toJson());
        }
    }

    private TextResponse answerOf(RequestEnvelope request, String text) throws IOException {
        ResponseHead head = ReplayConnection.head(request);
        return switch (request.action()) {
            case "subscribe" -> new SubscribeResponse(head, version);
            case "poll" -> poll(head);
            case "commit" -> new CommitResponse(head, Numbers.of(text, "message_id"));
            case "commit_offset" ->
                request.arguments(args -> new CommitOffsetResponse(
                        head, args.text("topic"), args.int32("vgroup_id"), args.int64("offset")));
            case "position", "committed" -> new OffsetsResponse(head, List.of(messages));
            case "assignment" ->
                new AssignmentResponse(head, List.of(new VgroupAssignment(VGROUP, 0, 0, Long.MAX_VALUE)));
            case "seek", "unsubscribe" -> new SimpleResponse(head);
            default -> throw new IOException("unknown action " + request.action());
        };
    }

    private PollResponse poll(ResponseHead head) {
        long offset = messages++;
        return new PollResponse(head, true, "bench", "bench", VGROUP, PollResponse.DATA, messages, offset);
    }

    private void fetch(long requestId, long messageId) throws IOException {
        if (frame == null) {
            frame = prepare();
        }
        frame.putLong(REQUEST_ID, requestId).putLong(MESSAGE_ID, messageId);
        out.sendPrepared(frame);
    }

    private static ByteBuffer prepare() {
        ByteBuffer block = ByteBuffer.allocate(Replay.W1.full().remaining());
        block.put(Replay.W1.full().duplicate()).flip();
        block.put(BLOCK_VERSION, (byte) BlockWriter.SUBSCRIPTION);
        List<String> names =
                Replay.W1.columns().stream().map(column -> column.name()).toList();
        TmqBlockSource source = new TmqBlockSource(null, names, Precision.MILLISECOND, block);
        ByteBuffer raw = TmqData.write(TmqData.DATA, 0, 1, List.of(source));
        return ServerFrames.prepare(new FetchedRawData.Data(0, 0, 1, TmqData.DATA, raw).toFrame());
    }
}
