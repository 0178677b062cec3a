// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A floating point number in the fewest digits that read back as the same number: plain, or with an exponent of at least
 * two digits below 1e-6 and from 1e21 on.
 *
 * <p>Not {@link Double#toString}, which before Java 19 sometimes gives a digit too many.
 */
final class ShortestNumber {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double FIRST_WITH_EXPONENT = 1e21;

    private ShortestNumber() {}

    /** A finite number. */
    static String of(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = shortest(
                new BigDecimal(value),
                new BigDecimal(Double.toString(value)),
                candidate -> candidate.doubleValue() == value);
        double absolute = Math.abs(value);
        return absolute < SMALLEST_PLAIN || absolute >= FIRST_WITH_EXPONENT ? exponential(digits) : plain(digits);
    }

    /** A finite number. */
    static String of(float value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = shortest(
                new BigDecimal(value),
                new BigDecimal(Float.toString(value)),
                candidate -> candidate.floatValue() == value);
        float absolute = Math.abs(value);
        boolean exponent = absolute < (float) SMALLEST_PLAIN || absolute >= (float) FIRST_WITH_EXPONENT;
        return exponent ? exponential(digits) : plain(digits);
    }

    /** Of the shortest numbers that read back, the one nearest to the exact value. */
    private static BigDecimal shortest(BigDecimal exact, BigDecimal known, Predicate<BigDecimal> readsBack) {
        BigDecimal best = known.stripTrailingZeros();
        for (int digits = best.precision(); digits > 0; digits--) {
            BigDecimal shorter = nearest(exact, digits, readsBack);
            if (shorter == null) {
                break;
            }
            best = shorter;
        }
        return best.stripTrailingZeros();
    }

    private static @Nullable BigDecimal nearest(BigDecimal exact, int digits, Predicate<BigDecimal> readsBack) {
        BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
        boolean downIsNearer =
                exact.subtract(down).abs().compareTo(up.subtract(exact).abs()) <= 0;
        // The nearer one need not read back: below a power of two the numbers lie twice as dense.
        BigDecimal first = downIsNearer ? down : up;
        BigDecimal second = downIsNearer ? up : down;
        if (readsBack.test(first)) {
            return first;
        }
        return readsBack.test(second) ? second : null;
    }

    private static String plain(BigDecimal digits) {
        return digits.toPlainString();
    }

    private static String exponential(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        int absolute = Math.abs(exponent);
        return text.append(absolute < 10 ? "0" : "").append(absolute).toString();
    }
}
