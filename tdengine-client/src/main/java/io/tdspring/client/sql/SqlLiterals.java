// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import io.tdspring.data.Precision;
import io.tdspring.error.UnsupportedFeatureException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Java values as SQL literals.
 *
 * <p>What each type becomes: null {@code NULL}; Boolean {@code true} or {@code false}; numbers their digits; String text
 * in single quotes with quotes, backslashes and line breaks escaped, also for JSON (a document) and GEOMETRY (WKT); byte[]
 * {@code '\x…'} for VARBINARY and BLOB; Instant, and OffsetDateTime and ZonedDateTime as the instant they name, RFC 3339
 * text in UTC. A date or time without an offset is refused, because it would silently depend on a zone of the server, and
 * so are NaN, the infinities and other types. No exception's message holds a value.
 */
public final class SqlLiterals {

    private static final HexFormat HEX = HexFormat.of();
    /** Beyond these a nanosecond database takes the text and stores another time. */
    private static final Instant EARLIEST = Precision.NANOSECOND.toInstant(Long.MIN_VALUE);

    private static final Instant LATEST = Precision.NANOSECOND.toInstant(Long.MAX_VALUE);
    /** Digits that are written out in full; a DECIMAL has at most 38. */
    private static final int MAX_PLAIN_SCALE = 64;

    private SqlLiterals() {}

    /**
     * Appends a value.
     *
     * @throws UnsupportedFeatureException if SQL text cannot express the value
     */
    public static void append(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("NULL");
        } else if (value instanceof String text) {
            appendText(out, text);
        } else if (value instanceof Number number) {
            appendNumber(out, number);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Instant instant) {
            appendInstant(out, instant);
        } else if (value instanceof byte[] bytes) {
            appendBytes(out, bytes);
        } else if (value instanceof OffsetDateTime time) {
            appendInstant(out, time.toInstant());
        } else if (value instanceof ZonedDateTime time) {
            appendInstant(out, time.toInstant());
        } else {
            throw refused(value);
        }
    }

    /**
     * Appends an instant as an integer in the unit of the database it is for, cut to that unit.
     *
     * @throws UnsupportedFeatureException if the instant lies beyond the timestamps of that unit
     */
    public static void append(StringBuilder out, Instant instant, Precision precision) {
        try {
            out.append(precision.fromInstant(instant));
        } catch (ArithmeticException e) {
            throw new UnsupportedFeatureException(
                    "an instant lies beyond the timestamps of a database with precision " + precision.symbol());
        }
    }

    /** The literal of a value, as {@link #append(StringBuilder, Object)} writes it. */
    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** The values in parentheses. */
    static void appendList(StringBuilder out, List<? extends @Nullable Object> values) {
        char separator = '(';
        for (Object value : values) {
            append(out.append(separator), value);
            separator = ',';
        }
        out.append(')');
    }

    private static void appendText(StringBuilder out, String text) {
        SqlText.requireSendable(text, "a text");
        out.append('\'');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char escaped = escapeOf(text.charAt(i));
            if (escaped != 0) {
                out.append(text, done, i).append('\\').append(escaped);
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('\'');
    }

    /** The character behind the backslash, or 0 if none is needed. */
    private static char escapeOf(char c) {
        return switch (c) {
            case '\'', '\\' -> c;
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }

    private static void appendNumber(StringBuilder out, Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.append(number.intValue());
        } else if (number instanceof Long) {
            out.append(number.longValue());
        } else if (number instanceof Double || number instanceof Float) {
            // A float as a double: the shortest text of the largest float is above it and would be refused.
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new UnsupportedFeatureException("SQL text cannot express NaN or an infinity");
            }
            out.append(value);
        } else if (number instanceof BigDecimal decimal) {
            out.append(Math.abs((long) decimal.scale()) <= MAX_PLAIN_SCALE ? decimal.toPlainString() : decimal);
        } else if (number instanceof BigInteger) {
            out.append(number);
        } else {
            throw refused(number);
        }
    }

    private static void appendInstant(StringBuilder out, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new UnsupportedFeatureException(
                    "an instant before 1677-09-21 or after 2262-04-11 cannot be written as"
                            + " text that is right in every database: pass its number in the unit of the database");
        }
        out.append('\'').append(instant).append('\'');
    }

    private static void appendBytes(StringBuilder out, byte[] bytes) {
        out.append('\'');
        if (bytes.length > 0) {
            out.append("\\x");
            for (byte b : bytes) {
                out.append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
            }
        }
        out.append('\'');
    }

    private static UnsupportedFeatureException refused(Object value) {
        String type = value.getClass().getName();
        return new UnsupportedFeatureException(
                value instanceof TemporalAccessor
                        ? "a " + type + " names no instant by itself: pass an Instant"
                        : "a " + type + " has no SQL literal: pass a String, number, Boolean, Instant or byte[]");
    }
}
