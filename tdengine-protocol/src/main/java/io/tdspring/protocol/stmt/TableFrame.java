// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes {@link Stmt2Bind}; the layout is described there and at {@link BindData}. */
final class TableFrame implements BindFrame {

    private static final int VERSION = 1;
    private static final int FRAME_HEAD_BYTES = 30;
    private static final int DATA_HEAD_BYTES = 28;

    private final List<Role> placeholders;
    private final int tagCount;
    private final int columnCount;
    private final boolean isNamed;
    private final WireBytes head = new WireBytes();
    private final WireBytes nameLengths = new WireBytes();
    private final WireBytes names = new WireBytes();
    private final BindSection tags = new BindSection();
    private final BindSection columns = new BindSection();
    private int tables;
    private int rows;
    private int rowsOfTable;
    private int namesBefore;

    TableFrame(List<Role> placeholders) {
        this.placeholders = List.copyOf(placeholders);
        this.isNamed = placeholders.contains(Role.TABLE_NAME);
        this.tagCount = (int) placeholders.stream().filter(Role.TAG::equals).count();
        this.columnCount = placeholders.size() - tagCount - (isNamed ? 1 : 0);
    }

    @Override
    public String action() {
        return Stmt2Bind.ACTION;
    }

    @Override
    public boolean executes() {
        return false;
    }

    @Override
    public void beginTable(String name, int rowsOfIt) {
        rowsOfTable = rowsOfIt;
        namesBefore = names.size();
        if (isNamed) {
            int length = names.text(name);
            names.i8(0);
            nameLengths.i16(length + 1);
        }
        tags.begin();
        columns.begin();
    }

    @Override
    public WireValues values(int placeholder, DataType type) {
        return placeholders.get(placeholder) == Role.TAG ? tags.values(type, 1) : columns.values(type, rowsOfTable);
    }

    @Override
    public void endTable() {
        tags.end();
        columns.end();
        tables++;
        rows += rowsOfTable;
    }

    @Override
    public void undoTable() {
        names.truncate(namesBefore);
        nameLengths.truncate(isNamed ? tables * Short.BYTES : 0);
        tags.undo();
        columns.undo();
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
        return DATA_HEAD_BYTES + nameLengths.size() + names.size() + tagBytes() + columns.bytes();
    }

    private int tagBytes() {
        return tagCount == 0 ? 0 : tags.bytes();
    }

    @Override
    public ByteBuffer[] parts(long requestId, long statementId) {
        int tagsAt = DATA_HEAD_BYTES + nameLengths.size() + names.size();
        head.truncate(0);
        head.i64(requestId);
        head.i64(statementId);
        head.i64(Stmt2Bind.CODE);
        head.i16(VERSION);
        head.i32(Stmt2Bind.ALL_COLUMNS);
        head.i32(dataBytes());
        head.i32(tables);
        head.i32(tagCount);
        head.i32(columnCount);
        head.i32(isNamed ? DATA_HEAD_BYTES : 0);
        head.i32(tagCount == 0 ? 0 : tagsAt);
        head.i32(tagsAt + tagBytes());
        return parts();
    }

    private ByteBuffer[] parts() {
        if (tagCount == 0) {
            return new ByteBuffer[] {head.part(), nameLengths.part(), names.part(), columns.sizes(), columns.content()};
        }
        return new ByteBuffer[] {
            head.part(),
            nameLengths.part(),
            names.part(),
            tags.sizes(),
            tags.content(),
            columns.sizes(),
            columns.content()
        };
    }

    @Override
    public void clear() {
        nameLengths.truncate(0);
        names.truncate(0);
        tags.clear();
        columns.clear();
        tables = 0;
        rows = 0;
    }
}
