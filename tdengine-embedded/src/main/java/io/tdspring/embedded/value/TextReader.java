// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.Expr;
import java.nio.charset.StandardCharsets;

/** Values of VARCHAR, whose length counts bytes, and NCHAR, whose length counts characters. */
final class TextReader {

    private static final int MOST_BYTES_PER_CHAR = 3;

    private TextReader() {}

    static Object read(ValueContext context, Column column, Expr value) {
        String text = CellReader.textOf(context, value);
        if (lengthOf(column.type(), text, column.length()) > column.length()) {
            throw CellReader.tooLong(column);
        }
        return text;
    }

    private static int lengthOf(DataType type, String text, int limit) {
        if (type == DataType.NCHAR) {
            return text.codePointCount(0, text.length());
        }
        if ((long) text.length() * MOST_BYTES_PER_CHAR <= limit) {
            return text.length();
        }
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
