// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.InvalidRequestException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Binds values to a prepared statement; answered by {@link StatementResponse}.
 *
 * <pre>
 * 0        8         16        24        26       30
 * | req_id | stmt_id | action  | version | column | values, see BindData
 * | i64    | i64     | i64 = 9 | u16 = 1 | i32    |
 * </pre>
 *
 * @param column the number of the one column that is bound, or {@link #ALL_COLUMNS}
 * @param tables what is bound for each table, of which all have names or none, and as many tags and columns as the others;
 *     for a query one without a name, whose columns are the parameters
 */
public record Stmt2Bind(long requestId, long statementId, int column, List<BoundTable> tables)
        implements BinaryMessage {

    /** The action of the answer. */
    public static final String ACTION = "stmt2_bind";
    /** The code of {@link BinaryRequestHead#action}. */
    public static final long CODE = 9;

    public static final int ALL_COLUMNS = -1;

    private static final int VERSION = 1;
    private static final int HEAD_BYTES = 24;
    private static final int DATA_AT = 30;

    public Stmt2Bind {
        tables = List.copyOf(tables);
    }

    @Override
    public void writeTo(WireWriter out) {
        out.i64(requestId).i64(statementId).i64(CODE).u16(VERSION).i32(column);
        BindData.write(tables, out);
    }

    /**
     * Reads what {@link #writeTo} writes. The values are views of the frame's memory.
     *
     * @throws InvalidRequestException with the real server's answer, if the frame is wrong behind its head
     */
    public static Stmt2Bind read(ByteBuffer frame) {
        BinaryRequestHead head = BinaryRequestHead.read(frame);
        if (frame.remaining() < DATA_AT) {
            throw invalid(head, "message length is too short");
        }
        return WireReader.readFrame(ACTION, frame, in -> {
            in.skip(HEAD_BYTES);
            in.expect("action", CODE, head.action());
            if (in.u16() != VERSION) {
                throw invalid(head, "unknown stmt2 bind version");
            }
            int column = in.i32();
            try {
                List<BoundTable> tables = BindData.read(in.rest());
                return new Stmt2Bind(head.requestId(), head.resourceId(), column, tables);
            } catch (BindData.InvalidException e) {
                throw invalid(head, e.answer());
            }
        });
    }

    private static InvalidRequestException invalid(BinaryRequestHead head, String answer) {
        return new InvalidRequestException(answer, ACTION, head.requestId(), null);
    }
}
