// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.block;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;

/** The types whose cells carry their length. */
final class BytesColumnWriter extends ColumnWriter {

    private final VariableCells cells;

    BytesColumnWriter(Column column, VariableCells cells) {
        super(column, cells);
        this.cells = cells;
    }

    @Override
    public void addBytes(byte[] value) {
        if (column().type() == DataType.NCHAR) {
            throw unsuited("bytes");
        }
        cells.addBytes(value);
    }

    @Override
    public void addText(String value) {
        switch (column().type()) {
            case VARCHAR, JSON -> cells.addUtf8(value);
            case NCHAR -> cells.addUcs4(value);
            default -> throw unsuited("text");
        }
    }

    @Override
    void addObject(Object value) {
        if (value instanceof String text) {
            addText(text);
        } else if (value instanceof byte[] bytes) {
            addBytes(bytes);
        } else {
            throw unsuited("a " + value.getClass().getSimpleName());
        }
    }
}
