// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import java.time.Instant;

/** The unit of a database's timestamps (TDengine's manual, {@code CREATE DATABASE … PRECISION}). */
public enum Precision {
    MILLISECOND(0, "ms", 1_000L),
    MICROSECOND(1, "us", 1_000_000L),
    NANOSECOND(2, "ns", 1_000_000_000L);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int code;
    private final String symbol;
    private final long perSecond;

    Precision(int code, String symbol, long perSecond) {
        this.code = code;
        this.symbol = symbol;
        this.perSecond = perSecond;
    }

    /**
     * The precision with this code on the wire.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Precision of(int code) {
        return switch (code) {
            case 0 -> MILLISECOND;
            case 1 -> MICROSECOND;
            case 2 -> NANOSECOND;
            default -> throw new IllegalArgumentException("unknown precision code " + code);
        };
    }

    /** The code on the wire. */
    public int code() {
        return code;
    }

    /** As SQL writes it: {@code ms}, {@code us} or {@code ns}. */
    public String symbol() {
        return symbol;
    }

    /** Units in a second. */
    public long perSecond() {
        return perSecond;
    }

    /** The instant of a timestamp in this unit; exact. */
    public Instant toInstant(long timestamp) {
        long seconds = Math.floorDiv(timestamp, perSecond);
        long fraction = Math.floorMod(timestamp, perSecond);
        return Instant.ofEpochSecond(seconds, fraction * (NANOS_PER_SECOND / perSecond));
    }

    /**
     * The timestamp of an instant in this unit, cut to the unit towards the past.
     *
     * @throws ArithmeticException if the instant lies beyond the 64 bits of a timestamp
     */
    public long fromInstant(Instant instant) {
        // From the second above, so that the smallest timestamp does not overflow on its way.
        long seconds = instant.getEpochSecond();
        long fraction = instant.getNano() / (NANOS_PER_SECOND / perSecond);
        if (seconds < 0 && fraction > 0) {
            return Math.addExact(Math.multiplyExact(seconds + 1, perSecond), fraction - perSecond);
        }
        return Math.addExact(Math.multiplyExact(seconds, perSecond), fraction);
    }
}
