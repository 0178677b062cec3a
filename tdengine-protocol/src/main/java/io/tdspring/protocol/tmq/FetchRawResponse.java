// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * The answer to {@link FetchRawRequest} that succeeded.
 *
 * <pre>
 * 0        8        16           24       32       36         38
 * | timing | req_id | message_id | action | length | raw_type | raw
 * | i64    | i64    | i64        | i64 = 3| u32    | u16      |
 * </pre>
 *
 * @param timing nanoseconds that the request took on the server
 * @param rawType {@link TmqData#DATA} or {@link TmqData#META_DATA} for what {@link TmqData} reads
 * @param raw when read a view of the frame's memory
 */
public record FetchRawResponse(long timing, long requestId, long messageId, int rawType, ByteBuffer raw)
        implements BinaryMessage {

    private static final long ACTION = 3;

    @Override
    public void writeTo(WireWriter out) {
        out.i64(timing).i64(requestId).i64(messageId).i64(ACTION);
        out.i32(raw.remaining()).u16(rawType).bytes(raw);
    }

    /** Reads what {@link #writeTo} writes. */
    public static FetchRawResponse read(ByteBuffer frame) {
        return WireReader.readFrame("answer to fetch_raw", frame, in -> {
            long timing = in.i64();
            long requestId = in.i64();
            long messageId = in.i64();
            in.expect("action", ACTION, in.i64());
            long length = in.u32();
            int rawType = in.u16();
            return new FetchRawResponse(timing, requestId, messageId, rawType, in.bytes(length));
        });
    }
}
