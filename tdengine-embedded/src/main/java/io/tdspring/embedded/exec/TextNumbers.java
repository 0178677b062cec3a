// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers from text and back, as C's library does it: the longest number at the beginning counts, else it is 0. */
final class TextNumbers {

    private static final Pattern DECIMAL =
            Pattern.compile("[ \\t\\n\\r\\f\\x0b]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?)");
    private static final Pattern HEXADECIMAL = Pattern.compile("[ \\t\\n\\r\\f\\x0b]*([+-]?)0[xX]([0-9a-fA-F]{1,32})");
    private static final Pattern WHOLE = Pattern.compile("[ \\t\\n\\r\\f\\x0b]*([+-]?[0-9]+)");
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST_UNSIGNED =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    /** Digits that a fraction keeps as text. */
    private static final int DIGITS = 15;

    private TextNumbers() {}

    static double toDouble(String text) {
        Matcher hexadecimal = HEXADECIMAL.matcher(text);
        if (hexadecimal.lookingAt()) {
            double number = new BigInteger(hexadecimal.group(2), 16).doubleValue();
            return hexadecimal.group(1).equals("-") ? -number : number;
        }
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.lookingAt() ? Double.parseDouble(decimal.group(1)) : 0;
    }

    /** What is too large is the largest, and too small the smallest. */
    static long toLong(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.lookingAt()) {
            return 0;
        }
        return new BigInteger(whole.group(1)).min(MOST).max(LEAST).longValueExact();
    }

    /** As 64 bits without a sign; negative numbers wrap around. */
    static long toUnsignedLong(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.lookingAt()) {
            return 0;
        }
        BigInteger number = new BigInteger(whole.group(1));
        return number.abs().compareTo(MOST_UNSIGNED) > 0 ? -1 : number.longValue();
    }

    /** A fraction as C's {@code %g} writes it: 1e+20, 3.7, 300. */
    static String toText(double number) {
        if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
            return number == 0 ? "0" : Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = new BigDecimal(number)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS) {
            return rounded.toPlainString();
        }
        String digits = rounded.movePointLeft(exponent).toPlainString();
        String size = String.valueOf(Math.abs(exponent));
        return digits + (exponent < 0 ? "e-" : "e+") + (size.length() < 2 ? "0" : "") + size;
    }
}
