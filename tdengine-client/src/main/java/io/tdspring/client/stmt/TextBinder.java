// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.WireValues;
import java.nio.charset.StandardCharsets;

/** VARCHAR, as many bytes as declared, NCHAR, as many characters as declared, and JSON, which is a tag. */
record TextBinder(BoundColumn column) implements Binder {

    private static final int MOST_BYTES_OF_A_CHAR = 3;
    /** The server keeps a character of NCHAR and JSON in UCS-4. */
    private static final int CHARACTER_BYTES = 4;

    @Override
    public DataType type() {
        return column.type();
    }

    @Override
    public RuntimeException mismatch(String kind) {
        return column.mismatch(kind);
    }

    @Override
    public void addText(WireValues out, String value) {
        requireRoom(value);
        try {
            int unused = out.addText(value);
        } catch (IllegalArgumentException e) {
            throw column.refused("the text holds half of a surrogate pair, which UTF-8 cannot encode");
        }
    }

    private void requireRoom(String value) {
        int longest = column.longest();
        if (type() == DataType.VARCHAR) {
            if ((long) value.length() * MOST_BYTES_OF_A_CHAR > longest
                    && value.getBytes(StandardCharsets.UTF_8).length > longest) {
                throw tooLong(longest, "bytes");
            }
            return;
        }
        int characters = longest / CHARACTER_BYTES;
        if (value.length() > characters && value.codePointCount(0, value.length()) > characters) {
            throw tooLong(characters, "characters");
        }
    }

    @Override
    public void addBytes(WireValues out, byte[] value) {
        if (type() != DataType.VARCHAR) {
            throw mismatch("byte[]");
        }
        if (value.length > column.longest()) {
            throw tooLong(column.longest(), "bytes");
        }
        out.addBytes(value);
    }

    private RuntimeException tooLong(int most, String unit) {
        return column.refused("the text is longer than the " + most + " " + unit + " of the column");
    }
}
