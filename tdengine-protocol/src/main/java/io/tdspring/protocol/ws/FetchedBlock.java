// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * The answer to {@link FetchRawBlock}.
 *
 * <pre>
 * 0          8         16        18       26       34     38        42        42+m        50+m       51+m   55+m
 * | flag     | action  | version | timing | req_id | code | msg_len | message | result_id | finished | length | block
 * | i64 = −1 | i64 = 7 | u16 = 1 | i64    | i64    | i32  | u32 = m |         | i64       | u8       | u32    |
 * </pre>
 *
 * <p>Length and block are there for {@link Rows} only.
 */
public sealed interface FetchedBlock extends BinaryMessage {

    long requestId();

    long resultId();

    /** Nanoseconds that the request took on the server. */
    long timing();

    /**
     * Rows.
     *
     * @param block in TDengine's column format; a view of the frame's memory
     */
    record Rows(long requestId, long resultId, long timing, ByteBuffer block) implements FetchedBlock {

        @Override
        public void writeTo(WireWriter out) {
            FetchedBlock.writeHead(out, timing, requestId);
            out.i32(0).string("").i64(resultId).u8(0).i32(block.remaining()).bytes(block);
        }
    }

    /** There are no more rows, and the server has freed the result. */
    record End(long requestId, long resultId, long timing) implements FetchedBlock {

        @Override
        public void writeTo(WireWriter out) {
            FetchedBlock.writeHead(out, timing, requestId);
            out.i32(0).string("").i64(resultId).u8(1);
        }
    }

    /**
     * The fetch failed, and the server has freed the result.
     *
     * @param code the server's, not 0
     */
    record Failed(long requestId, long resultId, long timing, int code, String message) implements FetchedBlock {

        @Override
        public void writeTo(WireWriter out) {
            FetchedBlock.writeHead(out, timing, requestId);
            out.i32(code).string(message).i64(resultId).u8(1);
        }
    }

    private static void writeHead(WireWriter out, long timing, long requestId) {
        out.i64(-1).i64(FetchRawBlock.CODE).u16(1).i64(timing).i64(requestId);
    }

    /** Reads what {@link #writeTo} writes. */
    static FetchedBlock read(ByteBuffer frame) {
        return WireReader.readFrame("answer to fetch_raw_block", frame, in -> {
            in.expect("flag", -1, in.i64());
            in.expect("action", FetchRawBlock.CODE, in.i64());
            in.expect("version", 1, in.u16());
            long timing = in.i64();
            long requestId = in.i64();
            int code = in.i32();
            String message = in.string();
            long resultId = in.i64();
            boolean finished = in.u8() != 0;
            if (code != 0) {
                return new Failed(requestId, resultId, timing, code, message);
            }
            return finished
                    ? new End(requestId, resultId, timing)
                    : new Rows(requestId, resultId, timing, in.bytes(in.u32()));
        });
    }
}
