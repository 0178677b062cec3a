// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as text: decimal with fraction and exponent, {@code 0x1f}, {@code 0b101}; blanks may be in front. */
final class NumberText {

    private static final Pattern DECIMAL =
            Pattern.compile(" *([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?)");
    private static final Pattern OTHER_BASE =
            Pattern.compile(" *([+-]?)0(?:[xX]([0-9a-fA-F]{1,32})|[bB]([01]{1,128}))");

    /** More digits than any type has; beyond this a number is only too large, or as good as zero. */
    private static final int MANY_DIGITS = 400;

    private NumberText() {}

    /** The number that the text is, or null if it is none. */
    static @Nullable BigDecimal parse(String text) {
        Matcher matcher = DECIMAL.matcher(text);
        if (matcher.matches()) {
            return new BigDecimal(matcher.group(1));
        }
        matcher = OTHER_BASE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        BigInteger digits =
                matcher.group(2) == null ? new BigInteger(matcher.group(3), 2) : new BigInteger(matcher.group(2), 16);
        return new BigDecimal(matcher.group(1).equals("-") ? digits.negate() : digits);
    }

    /** Whether this is a number without a fraction or exponent in decimal digits. */
    static boolean isWhole(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    /** Rounded to digits behind the point, halves away from zero; null if it has hundreds of digits before the point. */
    static @Nullable BigDecimal round(BigDecimal number, int scale) {
        // Never write out 1e999999999.
        long wholeDigits = (long) number.precision() - number.scale();
        if (wholeDigits < -MANY_DIGITS || number.signum() == 0) {
            return BigDecimal.ZERO.setScale(scale);
        }
        return wholeDigits > MANY_DIGITS ? null : number.setScale(scale, RoundingMode.HALF_UP);
    }
}
