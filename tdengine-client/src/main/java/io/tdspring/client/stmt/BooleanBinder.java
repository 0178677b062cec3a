// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.WireValues;

/** BOOL. */
record BooleanBinder(BoundColumn column) implements Binder {

    @Override
    public DataType type() {
        return column.type();
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return column.mismatch(kind);
    }

    @Override
    public void addBoolean(WireValues out, boolean value) {
        out.addLong(value ? 1 : 0);
    }

    @Override
    public void addBooleans(WireValues out, boolean[] values, Rows rows) {
        out.addBooleans(values, rows.from(), rows.count());
        rows.markNulls(out);
    }
}
