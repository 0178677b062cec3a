// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.DataType;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.protocol.WireReader;
import io.tdspring.protocol.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values bound to one placeholder, a view of the frame's memory.
 *
 * <pre>
 * 0        4         8     12        12+n          13+n              13+5n
 * | length | type    | n   | state   | have_length | lengths         | buffer_length | buffer
 * | u32    | i32     | i32 | n × u8  | u8          | n × i32 or none | u32           |
 * </pre>
 *
 * <p>Values of a fixed width lie at multiples of it, those of others one behind the other; NULLs of those take no room.
 * DECIMAL has a fixed width, too: 8 or 16 bytes of two's complement. The accessors check nothing that {@link #read} has
 * checked: that the buffer holds every value. Immutable as long as nobody writes to the frame.
 */
public final class BoundValues {

    /** A value. */
    static final int VALUE = 0;
    /** NULL. */
    static final int NULL = 1;
    /** Nothing: the table keeps what it has for this timestamp. */
    static final int NONE = 2;

    private static final int HEAD_BYTES = 17;

    private final int typeCode;
    private final ByteBuffer states;
    private final @Nullable ByteBuffer lengths;
    private final ByteBuffer buffer;
    private final @Nullable DataType type;
    private final int[] starts;

    /** @param lengths null if the values have none */
    BoundValues(int typeCode, ByteBuffer states, @Nullable ByteBuffer lengths, ByteBuffer buffer) {
        this.typeCode = typeCode;
        this.states = view(states);
        this.lengths = lengths == null ? null : view(lengths);
        this.buffer = view(buffer);
        this.type = typeOf(typeCode);
        this.starts = type != null && type.isVariable() ? starts() : new int[0];
    }

    private static ByteBuffer view(ByteBuffer bytes) {
        return bytes.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static @Nullable DataType typeOf(int code) {
        try {
            return DataType.of(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where each value of a type without a fixed width begins, and where the last ends. */
    private int[] starts() {
        int[] places = new int[rows() + 1];
        for (int row = 0; row < rows(); row++) {
            int length = isValue(row) ? lengthOf(row) : 0;
            if (length < 0 || length > buffer.limit() - places[row]) {
                throw new TdengineProtocolException("a bound value is longer than the buffer");
            }
            places[row + 1] = places[row] + length;
        }
        return places;
    }

    private int lengthOf(int row) {
        return lengths == null ? -1 : lengths.getInt(row * Integer.BYTES);
    }

    /** The code of the values' type, which may be none that exists. */
    public int typeCode() {
        return typeCode;
    }

    /** How many values there are, NULLs counted. */
    public int rows() {
        return states.limit();
    }

    /** Whether there is a value in this row. */
    public boolean isValue(int row) {
        return states.get(row) == VALUE;
    }

    /** Whether the row says nothing about this column: neither a value nor NULL. */
    public boolean isNone(int row) {
        return states.get(row) == NONE;
    }

    /** Whether some row says nothing about this column. */
    public boolean hasNone() {
        for (int row = 0; row < rows(); row++) {
            if (isNone(row)) {
                return true;
            }
        }
        return false;
    }

    /** The rows without a value. */
    public BitSet nulls() {
        BitSet nulls = new BitSet();
        for (int row = 0; row < rows(); row++) {
            if (!isValue(row)) {
                nulls.set(row);
            }
        }
        return nulls;
    }

    /** The values of a type of fixed width as they lie in the frame; the last ones may be missing if they are NULL. */
    public ByteBuffer fixedValues() {
        return buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The value of a type of fixed width up to 64 bits, signed; a FLOAT or DOUBLE by its bits. */
    public long longAt(int row) {
        return switch (width()) {
            case 1 -> buffer.get(row);
            case 2 -> buffer.getShort(row * 2);
            case 4 -> buffer.getInt(row * 4);
            case 8 -> buffer.getLong(row * 8);
            default -> throw new IllegalStateException("type " + typeCode + " has no value of 64 bits");
        };
    }

    /** How many bytes a value has. */
    public int bytes(int row) {
        return width() == 0 ? starts[row + 1] - starts[row] : width();
    }

    /** The bytes of a value of any type that exists, as a new array. */
    public byte[] bytesAt(int row) {
        byte[] bytes = new byte[bytes(row)];
        buffer.get(width() == 0 ? starts[row] : row * width(), bytes);
        return bytes;
    }

    /** The text of a value of VARCHAR, NCHAR or JSON; what is not UTF-8 becomes U+FFFD. */
    public String textAt(int row) {
        return new String(bytesAt(row), StandardCharsets.UTF_8);
    }

    /** The rows from one on to before another, as a view of the same memory. */
    public BoundValues rows(int from, int to) {
        int count = to - from;
        boolean isFixed = width() > 0;
        int start = isFixed ? Math.min(from * width(), buffer.limit()) : starts.length == 0 ? 0 : starts[from];
        int end = isFixed ? Math.min(to * width(), buffer.limit()) : starts.length == 0 ? 0 : starts[to];
        return new BoundValues(
                typeCode,
                states.slice(from, count),
                lengths == null ? null : lengths.slice(from * Integer.BYTES, count * Integer.BYTES),
                buffer.slice(start, end - start));
    }

    private int width() {
        return type == null ? 0 : type.width();
    }

    private int size() {
        return HEAD_BYTES + rows() + (lengths == null ? 0 : lengths.limit()) + buffer.limit();
    }

    void writeTo(WireWriter out) {
        out.i32(size()).i32(typeCode).i32(rows()).bytes(states);
        out.u8(lengths == null ? 0 : 1);
        if (lengths != null) {
            out.bytes(lengths);
        }
        out.i32(buffer.limit()).bytes(buffer);
    }

    /** @throws TdengineProtocolException if the lengths contradict each other, or a value lies beyond the buffer */
    static BoundValues read(WireReader in) {
        int before = in.remaining();
        long length = in.u32();
        int typeCode = in.i32();
        ByteBuffer states = in.bytes(in.i32());
        ByteBuffer lengths = in.u8() == 0 ? null : in.bytes((long) states.remaining() * Integer.BYTES);
        ByteBuffer buffer = in.bytes(in.u32());
        in.expect("length", length, (long) before - in.remaining());
        BoundValues values = new BoundValues(typeCode, states, lengths, buffer);
        values.requireRoom();
        return values;
    }

    private void requireRoom() {
        if (width() > 0) {
            for (int row = buffer.limit() / width(); row < rows(); row++) {
                if (isValue(row)) {
                    throw new TdengineProtocolException("a bound value lies beyond the buffer");
                }
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BoundValues values
                && typeCode == values.typeCode
                && states.equals(values.states)
                && (lengths == null ? values.lengths == null : lengths.equals(values.lengths))
                && buffer.equals(values.buffer);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {typeCode, states, lengths, buffer});
    }

    /** Without the values, which may be secret. */
    @Override
    public String toString() {
        return rows() + " values of type " + typeCode;
    }
}
