// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import io.tdspring.client.sql.Identifiers;
import io.tdspring.data.DataType;
import org.springframework.util.Assert;

/**
 * A column or tag of a super table that is to be made. Immutable.
 *
 * @param name as the server is to keep it, case and all
 * @param length of VARCHAR, VARBINARY and GEOMETRY in bytes, of NCHAR in characters, of DECIMAL the digits; 0 for other types
 * @param scale of DECIMAL the digits behind the point; 0 for other types
 */
public record TdField(String name, DataType type, int length, int scale) {

    private static final int MOST_DIGITS = 38;

    /** @throws IllegalArgumentException if the type needs a length, takes none, or cannot be made */
    public TdField {
        Assert.hasText(name, "a column or tag has no name");
        switch (type) {
            case VARCHAR, NCHAR, VARBINARY, GEOMETRY ->
                Assert.isTrue(length > 0 && scale == 0, () -> type + " " + name + " needs a length");
            case DECIMAL ->
                Assert.isTrue(
                        length > 0 && length <= MOST_DIGITS && scale >= 0 && scale <= length,
                        () -> "DECIMAL " + name + " needs 1 to 38 digits, of which some may lie behind the point");
            case NULL, DECIMAL64 -> throw new IllegalArgumentException("nothing is made of type " + type + ": " + name);
            default -> Assert.isTrue(length == 0 && scale == 0, () -> type + " " + name + " takes no length");
        }
    }

    /** One of a type that needs no length. */
    public static TdField of(String name, DataType type) {
        return new TdField(name, type, 0, 0);
    }

    /** One of a type with a length. */
    public static TdField of(String name, DataType type, int length) {
        return new TdField(name, type, length, 0);
    }

    /** A DECIMAL of so many digits, some of them behind the point. */
    public static TdField decimal(String name, int precision, int scale) {
        return new TdField(name, DataType.DECIMAL, precision, scale);
    }

    String definition() {
        String text = Identifiers.quote(name) + ' ' + type.typeName();
        if (type == DataType.DECIMAL) {
            return text + '(' + length + ',' + scale + ')';
        }
        return length == 0 ? text : text + '(' + length + ')';
    }
}
