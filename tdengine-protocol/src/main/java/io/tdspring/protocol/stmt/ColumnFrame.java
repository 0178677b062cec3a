// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes {@link Stmt2BindExec}; the layout is described there. */
final class ColumnFrame implements BindFrame {

    private static final int VERSION = 1;
    private static final int FRAME_HEAD_BYTES = 26;
    private static final int DATA_HEAD_BYTES = 20;
    /** Length, type, count, whether there are lengths, and the length of the buffer. */
    private static final int VALUES_HEAD_BYTES = 17;

    private final List<Role> placeholders;
    private final WireValues[] fields;
    private final WireBytes head = new WireBytes();
    private String lastName = "";
    private String name = "";
    private int tables;
    private int rows;
    private int rowsOfTable;

    ColumnFrame(List<Role> placeholders) {
        this.placeholders = List.copyOf(placeholders);
        this.fields = new WireValues[placeholders.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new WireValues(DataType.VARCHAR);
        }
    }

    @Override
    public String action() {
        return Stmt2BindExec.ACTION;
    }

    @Override
    public boolean executes() {
        return true;
    }

    @Override
    public void beginTable(String newName, int rowsOfIt) {
        rowsOfTable = rowsOfIt;
        name = newName;
        for (int i = 0; i < fields.length; i++) {
            if (placeholders.get(i) == Role.TABLE_NAME) {
                fields[i].reserve(1).addText(name);
            }
        }
    }

    @Override
    public WireValues values(int placeholder, DataType type) {
        WireValues field = fields[placeholder];
        if (rows == 0) {
            field.moveTo(type, 0, 0, 0);
        }
        return field.reserve(placeholders.get(placeholder) == Role.TAG ? 1 : rowsOfTable);
    }

    @Override
    public void endTable() {
        for (int i = 0; i < fields.length; i++) {
            Role role = placeholders.get(i);
            if (role == Role.TABLE_NAME || role == Role.TAG) {
                fields[i].repeatLast(rowsOfTable - 1);
            }
        }
        if (tables == 0 || (isNamed() && !name.equals(lastName))) {
            tables++;
        }
        lastName = name;
        rows += rowsOfTable;
    }

    private boolean isNamed() {
        return placeholders.contains(Role.TABLE_NAME);
    }

    @Override
    public void undoTable() {
        for (WireValues field : fields) {
            field.truncate(rows);
        }
    }

    @Override
    public int tables() {
        return tables;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int bytes() {
        return FRAME_HEAD_BYTES + dataBytes();
    }

    private int dataBytes() {
        int bytes = DATA_HEAD_BYTES;
        for (WireValues field : fields) {
            bytes = Math.addExact(bytes, VALUES_HEAD_BYTES + field.bytes());
        }
        return bytes;
    }

    @Override
    public ByteBuffer[] parts(long requestId, long statementId) {
        head.truncate(0);
        head.i64(requestId);
        head.i64(statementId);
        head.i64(Stmt2BindExec.CODE);
        head.i16(VERSION);
        head.i32(dataBytes());
        head.i32(rows);
        head.i32(tables);
        head.i32(fields.length);
        head.i32(DATA_HEAD_BYTES);
        for (WireValues field : fields) {
            head.i32(VALUES_HEAD_BYTES + field.bytes());
            head.i32(field.type().code());
            head.i32(rows);
            head.i8(field.type().isVariable() ? 1 : 0);
            head.i32(field.values().size());
        }
        return parts();
    }

    private ByteBuffer[] parts() {
        List<ByteBuffer> parts = new ArrayList<>(1 + 6 * fields.length);
        int at = FRAME_HEAD_BYTES + DATA_HEAD_BYTES;
        parts.add(head.part(0, at));
        for (WireValues field : fields) {
            parts.add(head.part(at, at + 12));
            parts.add(field.states().part());
            parts.add(head.part(at + 12, at + 13));
            if (field.type().isVariable()) {
                parts.add(field.lengths().part());
            }
            parts.add(head.part(at + 13, at + VALUES_HEAD_BYTES));
            parts.add(field.values().part());
            at += VALUES_HEAD_BYTES;
        }
        return parts.toArray(ByteBuffer[]::new);
    }

    @Override
    public void clear() {
        for (WireValues field : fields) {
            field.truncate(0);
        }
        tables = 0;
        rows = 0;
    }
}
