// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.WireValues;

/** FLOAT, which takes {@code float} alone, and DOUBLE, which takes both. */
record FloatingBinder(BoundColumn column) implements Binder {

    @Override
    public DataType type() {
        return column.type();
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return column.mismatch(kind);
    }

    @Override
    public void addFloat(WireValues out, float value) {
        if (type() == DataType.FLOAT) {
            out.addFloat(value);
        } else {
            out.addDouble(value);
        }
    }

    @Override
    public void addDouble(WireValues out, double value) {
        requireDouble("double");
        out.addDouble(value);
    }

    private void requireDouble(String kind) {
        if (type() == DataType.FLOAT) {
            throw mismatch(kind);
        }
    }

    @Override
    public void addFloats(WireValues out, float[] values, Rows rows) {
        if (type() == DataType.FLOAT) {
            out.addFloats(values, rows.from(), rows.count());
        } else {
            for (int row = rows.from(); row < rows.end(); row++) {
                out.addDouble(values[row]);
            }
        }
        rows.markNulls(out);
    }

    @Override
    public void addDoubles(WireValues out, double[] values, Rows rows) {
        requireDouble("double[]");
        out.addDoubles(values, rows.from(), rows.count());
        rows.markNulls(out);
    }
}
