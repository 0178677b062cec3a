// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.WireValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, checked against the server's types as they are set, in the form in which they are sent. Used again
 * for the next row; confined to one thread.
 */
public final class RowValues {

    private final Position position = new Position();
    private final List<Binder> binders = new ArrayList<>();
    private final List<WireValues> values = new ArrayList<>();

    /**
     * @param fields tags and columns, in their order
     * @param primary the index of the timestamp that identifies a row
     */
    public RowValues(List<StatementField> fields, int primary) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).role() == Role.TABLE_NAME) {
                throw new IllegalArgumentException("a table name is no value of a row");
            }
            Binder binder = new BoundColumn(fields.get(i), i == primary, position).binder();
            binders.add(binder);
            values.add(new WireValues(binder.type()));
        }
    }

    /** The table that the row goes to, and how many rows have been before, for messages. */
    public void begin(String table, long row) {
        position.table(table);
        position.row(row);
    }

    private WireValues room(int index) {
        WireValues target = values.get(index);
        target.truncate(0);
        return target.reserve(1);
    }

    public void setNull(int index) {
        binders.get(index).addNull(room(index));
    }

    public void setBoolean(int index, boolean value) {
        binders.get(index).addBoolean(room(index), value);
    }

    public void setLong(int index, long value) {
        binders.get(index).addLong(room(index), value);
    }

    public void setFloat(int index, float value) {
        binders.get(index).addFloat(room(index), value);
    }

    public void setDouble(int index, double value) {
        binders.get(index).addDouble(room(index), value);
    }

    public void setString(int index, String value) {
        binders.get(index).addText(room(index), value);
    }

    public void setBytes(int index, byte[] value) {
        binders.get(index).addBytes(room(index), value);
    }

    public void setInstant(int index, Instant value) {
        binders.get(index).addInstant(room(index), value);
    }

    public void setDecimal(int index, BigDecimal value) {
        binders.get(index).addDecimal(room(index), value);
    }

    public void setObject(int index, @Nullable Object value) {
        binders.get(index).addObject(room(index), value);
    }

    /**
     * Makes what has not been set NULL.
     *
     * @throws io.tdspring.error.TdengineStatementException if it is the timestamp that identifies a row
     */
    public List<WireValues> complete() {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).rows() == 0) {
                setNull(i);
            }
        }
        return values;
    }

    /** Forgets all values. */
    public void clear() {
        values.forEach(value -> value.truncate(0));
    }
}
