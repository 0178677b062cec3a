// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * The answer to {@link FetchRawData}.
 *
 * <pre>
 * 0          8         16        18       26       34     38        42        42+m         50+m       52+m     56+m
 * | flag     | action  | version | timing | req_id | code | msg_len | message | message_id | raw_type | length | raw
 * | i64 = −1 | i64 = 8 | u16 = 1 | i64    | i64    | i32  | u32 = m |         | i64        | u16      | u32    |
 * </pre>
 *
 * <p>A failure ends behind the message id.
 */
public sealed interface FetchedRawData extends BinaryMessage {

    long requestId();

    long messageId();

    /** Nanoseconds that the request took on the server. */
    long timing();

    /**
     * A message.
     *
     * @param rawType {@link TmqData#DATA} or {@link TmqData#META_DATA} for what {@link TmqData} reads
     * @param raw a view of the frame's memory
     */
    record Data(long requestId, long messageId, long timing, int rawType, ByteBuffer raw) implements FetchedRawData {

        @Override
        public void writeTo(WireWriter out) {
            FetchedRawData.writeHead(out, timing, requestId);
            out.i32(0).string("").i64(messageId);
            out.u16(rawType).i32(raw.remaining()).bytes(raw);
        }
    }

    /**
     * The message cannot be read.
     *
     * @param code the server's, not 0
     */
    record Failed(long requestId, long messageId, long timing, int code, String message) implements FetchedRawData {

        @Override
        public void writeTo(WireWriter out) {
            FetchedRawData.writeHead(out, timing, requestId);
            out.i32(code).string(message).i64(messageId);
        }
    }

    private static void writeHead(WireWriter out, long timing, long requestId) {
        out.i64(-1).i64(8).u16(1).i64(timing).i64(requestId);
    }

    /** Reads what {@link #writeTo} writes. */
    static FetchedRawData read(ByteBuffer frame) {
        return WireReader.readFrame("answer to fetch_raw_data", frame, in -> {
            in.expect("flag", -1, in.i64());
            in.expect("action", 8, in.i64());
            in.expect("version", 1, in.u16());
            long timing = in.i64();
            long requestId = in.i64();
            int code = in.i32();
            String message = in.string();
            long messageId = in.i64();
            if (code != 0) {
                return new Failed(requestId, messageId, timing, code, message);
            }
            int rawType = in.u16();
            return new Data(requestId, messageId, timing, rawType, in.bytes(in.u32()));
        });
    }
}
