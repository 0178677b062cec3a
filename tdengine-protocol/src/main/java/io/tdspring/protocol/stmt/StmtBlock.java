// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import io.tdspring.protocol.ws.BinaryRequestHead;
import java.nio.ByteBuffer;

/**
 * Values in a raw block: a row with a table's tags, rows with its columns, or a row with a query's parameters; answered by
 * {@link StatementResponse}.
 *
 * <pre>
 * 0        8         16            24
 * | req_id | stmt_id | action      | block, see RawBlock
 * | i64    | i64     | i64: 1 or 2 |
 * </pre>
 *
 * @param block a view of the frame's memory
 */
public record StmtBlock(StmtValues.Kind kind, long requestId, long statementId, ByteBuffer block)
        implements BinaryMessage {

    /** The code of {@link BinaryRequestHead#action} for tags. */
    public static final long SET_TAGS = 1;
    /** The code of {@link BinaryRequestHead#action} for columns and parameters. */
    public static final long BIND = 2;

    private static final int HEAD_BYTES = 24;

    @Override
    public void writeTo(WireWriter out) {
        out.i64(requestId).i64(statementId).i64(kind == StmtValues.Kind.TAGS ? SET_TAGS : BIND);
        out.bytes(block.duplicate());
    }

    /** Reads what {@link #writeTo} writes, of either action. */
    public static StmtBlock read(ByteBuffer frame) {
        BinaryRequestHead head = BinaryRequestHead.read(frame);
        return WireReader.readFrame("values of a statement", frame, in -> {
            in.skip(HEAD_BYTES);
            StmtValues.Kind kind = StmtValues.Kind.TAGS;
            if (head.action() != SET_TAGS) {
                in.expect("action", BIND, head.action());
                kind = StmtValues.Kind.COLUMNS;
            }
            return new StmtBlock(kind, head.requestId(), head.resourceId(), in.rest());
        });
    }
}
