// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Column;
import io.tdspring.error.TdConversionException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Cells of any width, each behind its length and found by an offset; the offset of a NULL is −1. */
final class VariableCells implements Cells {

    private static final int INITIAL_ROWS = 16;
    private static final int INITIAL_BYTES = 256;
    private static final int NULL_OFFSET = -1;
    private static final int MAX_UTF8_BYTES = 3;
    private static final int MAX_SHORT_LENGTH = 0xffff;

    private final Column column;
    private final int prefix;
    private final int maxLength;
    private ByteBuffer data = ByteBuffer.allocate(INITIAL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int[] offsets = new int[INITIAL_ROWS];
    private int rows;

    VariableCells(Column column) {
        this.column = column;
        this.prefix = column.type().prefixBytes();
        this.maxLength = prefix == 2 ? MAX_SHORT_LENGTH : Integer.MAX_VALUE;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void addNull() {
        addOffset(NULL_OFFSET);
    }

    void addBytes(byte[] bytes) {
        int start = begin(bytes.length, 1);
        data.put(bytes);
        end(start);
    }

    /** Appends text in UTF-8. */
    void addUtf8(String text) {
        int start = begin(text.length(), MAX_UTF8_BYTES);
        try {
            putUtf8(text);
        } catch (TdConversionException e) {
            data.position(start);
            throw e;
        }
        end(start);
    }

    private void putUtf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                data.put((byte) c);
            } else if (c < 0x800) {
                data.put((byte) (0xc0 | c >> 6)).put(continuation(c));
            } else if (Character.isSurrogate(c)) {
                putFourBytes(codePoint(text, i++));
            } else {
                data.put((byte) (0xe0 | c >> 12)).put(continuation(c >> 6)).put(continuation(c));
            }
        }
    }

    private void putFourBytes(int codePoint) {
        data.put((byte) (0xf0 | codePoint >> 18))
                .put(continuation(codePoint >> 12))
                .put(continuation(codePoint >> 6))
                .put(continuation(codePoint));
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }

    /** Appends text as code points of four bytes. */
    void addUcs4(String text) {
        int codePoints = text.codePointCount(0, text.length());
        int start = begin(4L * codePoints, 1);
        try {
            for (int i = 0; i < text.length(); i++) {
                int codePoint = codePoint(text, i);
                data.putInt(codePoint);
                i += Character.charCount(codePoint) - 1;
            }
        } catch (TdConversionException e) {
            data.position(start);
            throw e;
        }
        end(start);
    }

    private int codePoint(String text, int at) {
        int codePoint = text.codePointAt(at);
        // A surrogate without its other half has no encoding; replacing it would change the value silently.
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw new TdConversionException("a value of column " + column.name() + " holds half a surrogate pair");
        }
        return codePoint;
    }

    /** Makes room for a cell of that many units and leaves its length open. */
    private int begin(long units, int bytesPerUnit) {
        checkLength(units);
        int start = data.position();
        long needed = start + prefix + units * bytesPerUnit;
        if (needed > data.capacity()) {
            data = ByteBuffer.allocate(Cells.grown(data.capacity(), needed))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(data.flip());
        }
        data.position(start + prefix);
        return start;
    }

    private void end(int start) {
        int length = data.position() - start - prefix;
        if (length > maxLength) {
            data.position(start);
        }
        checkLength(length);
        if (prefix == 2) {
            data.putShort(start, (short) length);
        } else {
            data.putInt(start, length);
        }
        addOffset(start);
    }

    private void checkLength(long length) {
        if (length > maxLength) {
            throw new TdConversionException("a value of column " + column.name() + " of type "
                    + column.type().typeName() + " exceeds " + maxLength + " bytes");
        }
    }

    private void addOffset(int offset) {
        if (rows == offsets.length) {
            offsets = Arrays.copyOf(offsets, Cells.grown(rows, rows + 1L));
        }
        offsets[rows++] = offset;
    }

    @Override
    public long headBytes() {
        return 4L * rows;
    }

    @Override
    public int dataBytes() {
        return data.position();
    }

    @Override
    public void writeTo(ByteBuffer out) {
        out.asIntBuffer().put(offsets, 0, rows);
        out.position(out.position() + 4 * rows);
        out.put(data.array(), 0, data.position());
    }
}
