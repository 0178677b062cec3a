// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.WireValues;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * DECIMAL. It travels as an integer at the column's scale, which the server does not check against the column's digits, so
 * this does.
 */
record DecimalBinder(BoundColumn column) implements Binder {

    @Override
    public DataType type() {
        return column.type();
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return column.mismatch(kind);
    }

    @Override
    public void addDecimal(WireValues out, BigDecimal value) {
        // Scaling the number as it comes could fill the memory: it may be 1e-999999999.
        BigDecimal shortest = value.stripTrailingZeros();
        long digitsBefore = shortest.signum() == 0 ? 0 : (long) shortest.precision() - shortest.scale();
        if (digitsBefore > precision() - scale()) {
            throw column.refused("the number has more digits than DECIMAL" + digits());
        }
        if (shortest.scale() > scale()) {
            throw column.refused("the number has more digits behind the point than DECIMAL" + digits());
        }
        BigDecimal scaled = shortest.setScale(scale());
        out.addUnscaled(scaled.unscaledValue());
    }

    @Override
    public void addInteger(WireValues out, BigInteger value) {
        addDecimal(out, new BigDecimal(value));
    }

    @Override
    public void addLong(WireValues out, long value) {
        addDecimal(out, BigDecimal.valueOf(value));
    }

    private int precision() {
        return column.field().precision();
    }

    private int scale() {
        return column.field().scale();
    }

    private String digits() {
        return "(" + precision() + "," + scale() + ")";
    }
}
