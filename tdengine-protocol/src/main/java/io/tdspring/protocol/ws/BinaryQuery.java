// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;

/**
 * Runs one SQL statement; answered by {@link QueryResponse}.
 *
 * <pre>
 * 0        8           16        24        26        30
 * | req_id | result_id | action  | version | sql_len | sql
 * | i64    | i64 = 0   | i64 = 6 | u16 = 1 | u32     | UTF-8
 * </pre>
 */
public record BinaryQuery(long requestId, String sql) implements BinaryMessage {

    /** The action of the answer. */
    public static final String ACTION = "binary_query";
    /** The code of {@link BinaryRequestHead#action}. */
    public static final long CODE = 6;

    private static final int VERSION = 1;
    private static final int MIN_BYTES = BinaryRequestHead.BYTES + 7;

    @Override
    public void writeTo(WireWriter out) {
        writeTo(out, requestId, CODE, sql);
    }

    static void writeTo(WireWriter out, long requestId, long code, String sql) {
        out.i64(requestId).i64(0).i64(code).u16(VERSION).string(sql);
    }

    /**
     * Reads what {@link #writeTo(WireWriter)} writes; bytes behind the SQL are ignored.
     *
     * @throws InvalidRequestException with the real server's answer, if the frame is cut short behind its head
     */
    public static BinaryQuery read(ByteBuffer frame) {
        BinaryRequestHead head = BinaryRequestHead.read(frame);
        return new BinaryQuery(head.requestId(), readSql(frame, head, CODE, ACTION));
    }

    static String readSql(ByteBuffer frame, BinaryRequestHead head, long code, String action) {
        head.requireLength(frame, MIN_BYTES, action);
        return WireReader.readFrame(action, frame, in -> {
            in.skip(BinaryRequestHead.BYTES);
            in.expect("action", code, head.action());
            int version = in.u16();
            if (version != VERSION) {
                throw head.invalid("unknown " + action.replace('_', ' ') + " version:" + version, action);
            }
            long length = in.u32();
            if (length > in.remaining()) {
                throw head.invalid(
                        "uncompleted message, sql length:" + length + ", remainMessageLength:" + in.remaining(),
                        action);
            }
            String sql = in.text(length);
            in.rest();
            return sql;
        });
    }
}
