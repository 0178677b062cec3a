// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a select list, or of PARTITION BY.
 *
 * @param alias the name after AS, or null
 * @param text the expression's source, lower-cased outside quotes with its spaces and comments kept; at full length
 */
public record SelectItem(Expr expr, @Nullable String alias, String text) {

    /** Characters of an unaliased column's name that TDengine keeps; it counts bytes. */
    private static final int NAME_BYTES = 64;

    /**
     * The name of the column in the result: the alias, the column's or pseudo-column's own name, or the first 64 bytes
     * of the text. {@code *} and functions of {@code *} are for the caller to expand first.
     */
    public String name() {
        if (alias != null) {
            return alias;
        }
        if (expr instanceof Expr.ColumnReference column) {
            return column.name();
        }
        if (expr instanceof Expr.PseudoColumn column) {
            return column.name();
        }
        return cut(text);
    }

    /** At most 64 bytes of UTF-8, no character in halves. */
    private static String cut(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (bytes > NAME_BYTES) {
                return text.substring(0, i);
            }
            i += Character.charCount(character);
        }
        return text;
    }
}
