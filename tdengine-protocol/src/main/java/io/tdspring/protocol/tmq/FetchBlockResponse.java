// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * The answer to {@link FetchBlockRequest}; a failure is {@link MessageFailure} instead.
 *
 * <pre>
 * 0        8        16           24
 * | timing | req_id | message_id | raw block
 * | i64    | i64    | i64        |
 * </pre>
 *
 * @param timing nanoseconds that the request took on the server
 * @param requestId the id of the {@code fetch} before, not of the {@code fetch_block} that this answers
 * @param block a view of the frame's memory
 */
public record FetchBlockResponse(long timing, long requestId, long messageId, ByteBuffer block)
        implements BinaryMessage {

    @Override
    public void writeTo(WireWriter out) {
        out.i64(timing).i64(requestId).i64(messageId).bytes(block);
    }

    /** Reads what {@link #writeTo} writes. */
    public static FetchBlockResponse read(ByteBuffer frame) {
        return WireReader.readFrame(
                "answer to fetch_block", frame, in -> new FetchBlockResponse(in.i64(), in.i64(), in.i64(), in.rest()));
    }
}
