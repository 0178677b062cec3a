// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.protocol.stmt.WireValues;
import java.time.Instant;

/**
 * TIMESTAMP: numbers in the column's unit, or instants. An instant with a fraction of the unit is refused rather than
 * rounded.
 */
final class TimestampBinder implements Binder {

    private final BoundColumn column;
    private final Precision precision;

    TimestampBinder(BoundColumn column) {
        this.column = column;
        this.precision = Precision.of(column.field().precision());
    }

    @Override
    public DataType type() {
        return column.type();
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return column.mismatch(kind);
    }

    @Override
    public void addNull(WireValues out) {
        if (column.isPrimary()) {
            throw nullPrimary(0);
        }
        out.addNull();
    }

    private RuntimeException nullPrimary(int further) {
        return column.refused(further, "the primary timestamp is NULL");
    }

    @Override
    public void addLong(WireValues out, long value) {
        out.addLong(value);
    }

    @Override
    public void addInstant(WireValues out, Instant value) {
        long timestamp;
        try {
            timestamp = precision.fromInstant(value);
        } catch (ArithmeticException e) {
            throw column.refused("the instant is out of the range of a TIMESTAMP in " + precision.symbol());
        }
        if (!precision.toInstant(timestamp).equals(value)) {
            throw column.refused(
                    "the instant has a fraction of the column's unit, " + precision.symbol() + "; truncate it first");
        }
        out.addLong(timestamp);
    }

    @Override
    public void addLongs(WireValues out, long[] values, Rows rows) {
        for (int row = rows.from(); column.isPrimary() && row < rows.end(); row++) {
            if (rows.isNull(row)) {
                throw nullPrimary(row);
            }
        }
        out.addLongs(values, rows.from(), rows.count());
        rows.markNulls(out);
    }
}
