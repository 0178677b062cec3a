// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

/** How a row stands in the document. */
public enum RowShape {
    /** An array in the order of the columns. */
    ARRAY('[', ']'),

    /** An object with the columns' names, which may repeat; asked for by {@code row_with_meta=true}. */
    OBJECT('{', '}');

    private final char opening;
    private final char closing;

    RowShape(char opening, char closing) {
        this.opening = opening;
        this.closing = closing;
    }

    char opening() {
        return opening;
    }

    char closing() {
        return closing;
    }
}
