// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.DataType;
import java.nio.charset.StandardCharsets;

/**
 * The value of a tag or field with the type that it has by its protocol.
 *
 * @param cell by the server's cell conventions
 * @param length of NCHAR in characters, of other types without a fixed width in bytes, else the width
 */
record Value(DataType type, Object cell, int length) {

    static Value of(DataType type, Object cell) {
        return new Value(type, cell, type.width());
    }

    static Value nchar(String text) {
        return new Value(DataType.NCHAR, text, text.codePointCount(0, text.length()));
    }

    static Value varchar(String text) {
        return new Value(DataType.VARCHAR, text, text.getBytes(StandardCharsets.UTF_8).length);
    }
}
