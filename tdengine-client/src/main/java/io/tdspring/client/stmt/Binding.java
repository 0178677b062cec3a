// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.ServerStatement;
import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The placeholders of a statement, what is bound to them, and the memory of its frames. */
record Binding(Batch batch, FramePool frames, Position position) {

    /** @param fields of an INSERT; a query has none */
    static Binding of(Prepared prepared, List<StatementField> fields) {
        ServerStatement statement = prepared.statement();
        Position position = new Position();
        List<@Nullable Slot> slots =
                statement.isInsert() ? slots(prepared.sql(), fields, position) : parameters(statement.placeholders());
        List<Role> roles = statement.isInsert()
                ? fields.stream().map(StatementField::role).toList()
                : slots.stream().map(slot -> Role.QUERY_PARAMETER).toList();
        FramePool frames = new FramePool(() -> statement.newFrame(roles));
        return new Binding(new Batch(slots, position, frames, statement.maxFrameBytes()), frames, position);
    }

    private static List<@Nullable Slot> slots(String sql, List<StatementField> fields, Position position) {
        int primary = primary(InsertSql.read(sql), fields);
        List<@Nullable Slot> slots = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            StatementField field = fields.get(i);
            BoundColumn column = new BoundColumn(field, i == primary, position);
            slots.add(field.role() == Role.TABLE_NAME ? null : new Slot(field.name(), field.role(), column.binder()));
        }
        return slots;
    }

    private static List<@Nullable Slot> parameters(int count) {
        List<@Nullable Slot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(new Slot("parameter " + i, Role.QUERY_PARAMETER, new ParameterBinder(i)));
        }
        return slots;
    }

    /**
     * The placeholder of the timestamp that identifies a row: the first column if the statement lists none, else the only
     * timestamp among them; -1 if it cannot be told, and the server has to look.
     */
    private static int primary(InsertSql sql, List<StatementField> fields) {
        if (!sql.bindsAll()) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < fields.size(); i++) {
            StatementField field = fields.get(i);
            if (field.role() == Role.COLUMN && field.type() == DataType.TIMESTAMP) {
                if (found >= 0) {
                    return sql.columns().isEmpty() ? found : -1;
                }
                found = i;
            }
        }
        return found;
    }
}
