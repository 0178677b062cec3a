// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;

/** FLOAT and DOUBLE. */
final class FloatColumnWriter extends ColumnWriter {

    private final FixedCells cells;
    private final boolean single;

    FloatColumnWriter(Column column, FixedCells cells) {
        super(column, cells);
        this.cells = cells;
        this.single = column.type() == DataType.FLOAT;
    }

    @Override
    public void addDouble(double value) {
        if (!single) {
            cells.next().putDouble(value);
            return;
        }
        float rounded = (float) value;
        if (Float.isInfinite(rounded) && !Double.isInfinite(value)) {
            throw outOfRange();
        }
        cells.next().putFloat(rounded);
    }

    @Override
    public void addFloat(float value) {
        if (single) {
            cells.next().putFloat(value);
        } else {
            cells.next().putDouble(value);
        }
    }

    @Override
    void addObject(Object value) {
        if (value instanceof Float number) {
            addFloat(number);
        } else if (value instanceof Number number) {
            addDouble(number.doubleValue());
        } else {
            throw unsuited("a " + value.getClass().getSimpleName());
        }
    }
}
