// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import java.math.BigInteger;
import java.util.Set;

/** Reads numbers and booleans as the real server does, which is written in Go and passes on Go's messages. */
public final class GoText {

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
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
        if (!text.matches("[+-]?[0-9]+")) {
            throw new IllegalArgumentException("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
        BigInteger value = new BigInteger(text);
        if (value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("strconv.ParseInt: parsing \"" + text + "\": value out of range");
        }
        return value.longValue();
    }
}
