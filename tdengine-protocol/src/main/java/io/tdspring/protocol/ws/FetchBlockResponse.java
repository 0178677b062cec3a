// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * The answer to {@link FetchBlockRequest}; it has no request id.
 *
 * <pre>
 * 0        8           16
 * | timing | result_id | raw block
 * | i64    | i64       |
 * </pre>
 *
 * @param timing nanoseconds that the request took on the server
 * @param block a view of the frame's memory
 */
public record FetchBlockResponse(long timing, long resultId, ByteBuffer block) implements BinaryMessage {

    @Override
    public void writeTo(WireWriter out) {
        out.i64(timing).i64(resultId).bytes(block);
    }

    /** Reads what {@link #writeTo} writes. */
    public static FetchBlockResponse read(ByteBuffer frame) {
        return WireReader.readFrame(
                "answer to fetch_block", frame, in -> new FetchBlockResponse(in.i64(), in.i64(), in.rest()));
    }
}
