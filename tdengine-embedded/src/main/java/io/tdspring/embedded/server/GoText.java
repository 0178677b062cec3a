// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.math.BigInteger;
import java.util.Set;

/** Reads numbers and booleans as the real server does, which is written in Go and passes on Go's messages. */
public final class GoText {

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
    private static final String SIGNED = "[+-]?[0-9]+";
    private static final String UNSIGNED = "[0-9]+";
    private static final int MOST_DIGITS = 1000;
    private static final BigInteger MIN_INT = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger MAX_UNSIGNED =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private GoText() {}

    /**
     * Reads a boolean.
     *
     * @throws IllegalArgumentException with Go's message
     */
    public static boolean bool(String text) {
        if (TRUE.contains(text)) {
            return true;
        }
        if (FALSE.contains(text)) {
            return false;
        }
        throw new IllegalArgumentException("strconv.ParseBool: parsing \"" + text + "\": invalid syntax");
    }

    /**
     * Reads a number of 64 bits with its sign.
     *
     * @throws IllegalArgumentException with Go's message
     */
    public static long int64(String text) {
        return number("ParseInt", text, SIGNED, MIN, MAX).longValue();
    }

    /**
     * Reads a number of 32 bits with its sign, in the place of Go's {@code int}.
     *
     * @throws IllegalArgumentException with Go's message
     */
    public static int int32(String text) {
        return number("Atoi", text, SIGNED, MIN_INT, MAX_INT).intValue();
    }

    /**
     * Reads a number of 64 bits without a sign.
     *
     * @return all 64 bits
     * @throws IllegalArgumentException with Go's message
     */
    public static long unsigned64(String text) {
        return number("ParseUint", text, UNSIGNED, BigInteger.ZERO, MAX_UNSIGNED)
                .longValue();
    }

    private static BigInteger number(String function, String text, String form, BigInteger least, BigInteger most) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException("strconv." + function + ": parsing \"" + text + "\": invalid syntax");
        }
        // So many digits are too much for any of them, and reading them would take its time.
        BigInteger value = text.length() > MOST_DIGITS ? null : new BigInteger(text);
        if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "strconv." + function + ": parsing \"" + text + "\": value out of range");
        }
        return value;
    }
}
