// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.WireWriter;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Collects the values for one placeholder. Confined to one thread.
 *
 * <p>Values of fixed width have no lengths, not even DECIMAL's, as TDengine 3.3.7 wants it.
 */
public final class BoundValuesWriter {

    private final DataType type;
    private final WireWriter states = new WireWriter();
    private final WireWriter lengths = new WireWriter();
    private final WireWriter buffer = new WireWriter();

    public BoundValuesWriter(DataType type) {
        this.type = type;
    }

    public BoundValuesWriter addNull() {
        return addNothing(BoundValues.NULL);
    }

    /** The row keeps what the table has for its timestamp. */
    public BoundValuesWriter addNone() {
        return addNothing(BoundValues.NONE);
    }

    private BoundValuesWriter addNothing(int state) {
        states.u8(state);
        if (type.isVariable()) {
            lengths.i32(0);
        } else {
            buffer.bytes(ByteBuffer.allocate(type.width()));
        }
        return this;
    }

    /** A value of an integer type, BOOL or TIMESTAMP; for UBIGINT its 64 bits. */
    public BoundValuesWriter addLong(long value) {
        switch (type.width()) {
            case 1 -> buffer.u8((int) value);
            case 2 -> buffer.u16((int) value);
            case 4 -> buffer.i32((int) value);
            case 8 -> buffer.i64(value);
            default -> {
                return addFixed(BigInteger.valueOf(value));
            }
        }
        states.u8(BoundValues.VALUE);
        return this;
    }

    public BoundValuesWriter addFloat(float value) {
        return addLong(Float.floatToRawIntBits(value));
    }

    public BoundValuesWriter addDouble(double value) {
        return addLong(Double.doubleToRawLongBits(value));
    }

    /** A value of fixed width: of a DECIMAL the unscaled value. Bits beyond the width are cut off. */
    public BoundValuesWriter addFixed(BigInteger value) {
        if (type.isVariable()) {
            throw new IllegalArgumentException("type " + type + " has no fixed width");
        }
        states.u8(BoundValues.VALUE);
        for (int i = 0; i < type.width(); i++) {
            buffer.u8(value.shiftRight(i * Byte.SIZE).byteValue());
        }
        return this;
    }

    public BoundValuesWriter addText(String text) {
        return addBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A value of no fixed width. */
    public BoundValuesWriter addBytes(byte[] bytes) {
        if (!type.isVariable()) {
            throw new IllegalArgumentException("type " + type + " has a fixed width");
        }
        states.u8(BoundValues.VALUE);
        lengths.i32(bytes.length);
        buffer.bytes(ByteBuffer.wrap(bytes));
        return this;
    }

    /** What was added; the writer is used no more. */
    public BoundValues finish() {
        return new BoundValues(
                type.code(), states.toBuffer(), type.isVariable() ? lengths.toBuffer() : null, buffer.toBuffer());
    }
}
