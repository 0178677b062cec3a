// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.data.Row;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A row as a JSON object of ASCII characters, its members the columns in their order.
 *
 * <p>Numbers and booleans stay what they are, NaN and the infinities become their names in quotes, instants RFC 3339 text
 * in UTC, bytes hexadecimal digits. Other characters than printable ASCII are escaped, so a cut never splits one and a
 * column of any encoding takes the text.
 */
final class RowJson {

    private static final HexFormat HEX = HexFormat.of();

    private RowJson() {}

    static String of(Row row) {
        StringBuilder out = new StringBuilder();
        char separator = '{';
        for (int column = 0; column < row.columns().size(); column++) {
            appendText(out.append(separator), row.columns().get(column).name());
            appendValue(out.append(':'), row.getValue(column));
            separator = ',';
        }
        return out.append('}').toString();
    }

    private static void appendValue(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Boolean || isNumber(value)) {
            out.append(value);
        } else if (value instanceof byte[] bytes) {
            appendText(out, HEX.formatHex(bytes));
        } else {
            appendText(out, value.toString());
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        out.append('"');
    }
}
