// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.WireValues;

/** VARBINARY, GEOMETRY as well-known binary, and BLOB, whose length is not declared. */
record BytesBinder(BoundColumn column) implements Binder {

    @Override
    public DataType type() {
        return column.type();
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return column.mismatch(kind);
    }

    @Override
    public void addBytes(WireValues out, byte[] value) {
        if (type() != DataType.BLOB && value.length > column.longest()) {
            throw column.refused("the value is longer than the " + column.longest() + " bytes of the column");
        }
        out.addBytes(value);
    }
}
