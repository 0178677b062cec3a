// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.DataType;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind an integer and tells its type. */
enum NumberSuffix {
    I8("i8", DataType.TINYINT, "tiny int"),
    U8("u8", DataType.UTINYINT, "unsigned tiny int"),
    I16("i16", DataType.SMALLINT, "small int"),
    U16("u16", DataType.USMALLINT, "unsigned small int"),
    I32("i32", DataType.INT, "int"),
    U32("u32", DataType.UINT, "unsigned int"),
    I64("i64", DataType.BIGINT, "big int"),
    U64("u64", DataType.UBIGINT, "unsigned big int"),
    I("i", DataType.BIGINT, "big int"),
    U("u", DataType.UBIGINT, "unsigned big int");

    /** The longest first, so that none hides another. */
    private static final List<NumberSuffix> BY_LENGTH = Arrays.stream(values())
            .sorted(Comparator.comparingInt((NumberSuffix suffix) -> -suffix.text.length()))
            .toList();

    private final String text;
    private final DataType type;
    private final BigInteger least;
    private final BigInteger greatest;
    private final String range;

    NumberSuffix(String text, DataType type, String name) {
        this.text = text;
        this.type = type;
        int bits = type.width() * Byte.SIZE;
        boolean signed = text.charAt(0) == 'i';
        this.least = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        this.greatest = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        this.range = name + " out of range[" + least + "," + greatest + "]";
    }

    /** The suffix that a text ends with, or null. */
    static @Nullable NumberSuffix find(String number) {
        for (NumberSuffix suffix : BY_LENGTH) {
            if (number.endsWith(suffix.text)) {
                return suffix;
            }
        }
        return null;
    }

    /** The suffix that stands for an integer type. */
    static NumberSuffix of(DataType type) {
        return Arrays.stream(values())
                .filter(suffix -> suffix.type == type)
                .findFirst()
                .orElseThrow();
    }

    int length() {
        return text.length();
    }

    boolean isInRange(BigInteger number) {
        return number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0;
    }

    /** What an error says about a number that is not. */
    String outOfRange() {
        return range;
    }

    Value value(BigInteger number) {
        return Value.of(type, type == DataType.UBIGINT ? number : (Object) number.longValue());
    }
}
