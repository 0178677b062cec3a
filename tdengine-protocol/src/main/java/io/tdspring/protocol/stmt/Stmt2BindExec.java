// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import io.tdspring.protocol.ws.BinaryRequestHead;
import io.tdspring.protocol.ws.InvalidRequestException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds rows of any number of tables to a prepared statement and runs it; answered by {@link StatementExecResponse}. For
 * servers from 3.4.1.13 on.
 *
 * <pre>
 * 0        8         16         24        26             30     34       38       42         46
 * | req_id | stmt_id | action   | version | total_length | rows | tables | fields | fields_at | fields, see BoundValues
 * | i64    | i64     | i64 = 11 | u16 = 1 | u32          | u32  | u32    | u32    | u32 = 20  |
 * </pre>
 *
 * <p>The total length counts from itself on. A table's name is a value of each row, without a NUL behind it.
 *
 * @param tables how many runs of rows with the same table name there are; 1 if the names are not bound
 * @param fields what is bound to each placeholder, all with as many rows
 */
public record Stmt2BindExec(long requestId, long statementId, int tables, List<BoundValues> fields)
        implements BinaryMessage {

    /** The action of the answer. */
    public static final String ACTION = "stmt2_bind_exec";
    /** The code of {@link BinaryRequestHead#action}. */
    public static final long CODE = 11;

    private static final int VERSION = 1;
    private static final int DATA_AT = 26;
    private static final int HEAD_BYTES = 20;
    private static final int MOST_FIELDS = 4096;

    public Stmt2BindExec {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("no fields");
        }
    }

    /** How many rows are bound. */
    public int rows() {
        return fields.get(0).rows();
    }

    @Override
    public void writeTo(WireWriter out) {
        WireWriter values = new WireWriter();
        fields.forEach(field -> field.writeTo(values));
        out.i64(requestId).i64(statementId).i64(CODE).u16(VERSION);
        out.i32(HEAD_BYTES + values.size())
                .i32(rows())
                .i32(tables)
                .i32(fields.size())
                .i32(HEAD_BYTES);
        out.bytes(values.toBuffer());
    }

    /**
     * Reads what {@link #writeTo} writes. The values are views of the frame's memory.
     *
     * @throws InvalidRequestException if the frame is wrong behind its head
     */
    public static Stmt2BindExec read(ByteBuffer frame) {
        BinaryRequestHead head = BinaryRequestHead.read(frame);
        try {
            return WireReader.readFrame(ACTION, frame, in -> {
                in.skip(DATA_AT - Short.BYTES);
                in.expect("action", CODE, head.action());
                in.expect("version", VERSION, in.u16());
                in.expect("total length", in.remaining(), in.u32());
                long rows = in.u32();
                long tables = in.u32();
                long count = in.u32();
                if (count < 1 || count > MOST_FIELDS || rows < 1 || tables < 1 || tables > rows) {
                    throw new TdengineProtocolException(
                            "rows, tables or fields out of range: " + rows + ", " + tables + ", " + count);
                }
                in.skip(in.u32() - HEAD_BYTES);
                return new Stmt2BindExec(head.requestId(), head.resourceId(), (int) tables, fields(in, count, rows));
            });
        } catch (TdengineProtocolException e) {
            throw new InvalidRequestException(String.valueOf(e.getMessage()), ACTION, head.requestId(), e);
        }
    }

    private static List<BoundValues> fields(WireReader in, long count, long rows) {
        List<BoundValues> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BoundValues field = BoundValues.read(in);
            in.expect("rows of a field", rows, field.rows());
            fields.add(field);
        }
        return fields;
    }
}
