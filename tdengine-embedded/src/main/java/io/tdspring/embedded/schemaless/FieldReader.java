// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.value.CellReader;
import io.tdspring.embedded.value.ValueContext;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields, which tell their types by quotes, prefixes and suffixes. */
final class FieldReader {

    private static final int INVALID_VALUE = 0x0203;
    private static final int MOST_BYTES = 65_517;
    private static final String PREFIXES = "LlBbGg";
    /** So long a number is none: reading takes time by the square of its length. */
    private static final int MOST_NUMBER_LENGTH = 400;

    private static final Set<String> TRUE = Set.of("t", "T", "true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("f", "F", "false", "False", "FALSE");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private FieldReader() {}

    /**
     * Reads a value, up to the character behind it.
     *
     * @param ends the characters that end a value without quotes
     */
    static Value read(LineScanner line, String ends) {
        Near start = line.here();
        if (line.at('"')) {
            return complete(line, ends, start, Value.varchar(line.quoted(start)));
        }
        if (line.atQuoteAfter(PREFIXES)) {
            char prefix = line.take();
            return complete(line, ends, start, prefixed(prefix, line.quoted(start), start));
        }
        return plain(line.raw(ends), start);
    }

    private static Value complete(LineScanner line, String ends, Near start, Value value) {
        if (!line.raw(ends).isEmpty()) {
            throw invalid(start);
        }
        return value;
    }

    private static Value prefixed(char prefix, String text, Near start) {
        return switch (prefix) {
            case 'L', 'l' -> Value.nchar(text);
            case 'B', 'b' -> binary(DataType.VARBINARY, text, start);
            default -> binary(DataType.GEOMETRY, text, start);
        };
    }

    private static Value binary(DataType type, String text, Near start) {
        ValueContext context = new ValueContext(
                Precision.MILLISECOND, ZoneOffset.UTC, Instant.EPOCH, (value, reason) -> invalid(start));
        Object cell = new CellReader(context).read(Column.of("", type, MOST_BYTES), new Expr.Literal(text, text, 0));
        if (!(cell instanceof byte[] bytes)) {
            throw invalid(start);
        }
        return new Value(type, bytes, bytes.length);
    }

    private static Value plain(String text, Near start) {
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Value.of(DataType.BOOL, TRUE.contains(text));
        }
        if (text.isEmpty() || text.length() > MOST_NUMBER_LENGTH) {
            throw invalid(start);
        }
        NumberSuffix suffix = NumberSuffix.find(text);
        if (suffix != null) {
            return integer(text.substring(0, text.length() - suffix.length()), suffix, start);
        }
        if (text.endsWith("f32")) {
            return fraction(DataType.FLOAT, text.substring(0, text.length() - 3), start);
        }
        return fraction(DataType.DOUBLE, text.endsWith("f64") ? text.substring(0, text.length() - 3) : text, start);
    }

    private static Value integer(String digits, NumberSuffix suffix, Near start) {
        if (!INTEGER.matcher(digits).matches()) {
            throw invalid(start);
        }
        BigInteger number = new BigInteger(digits);
        if (!suffix.isInRange(number)) {
            throw start.error(INVALID_VALUE, suffix.outOfRange() + ":");
        }
        return suffix.value(number);
    }

    private static Value fraction(DataType type, String text, Near start) {
        if (!FRACTION.matcher(text).matches()) {
            throw invalid(start);
        }
        Value value = fraction(type, text);
        if (value == null) {
            throw start.error(INVALID_VALUE, outOfRange(type) + ":");
        }
        return value;
    }

    /** The number in a text, or null if the type does not reach so far. */
    static @Nullable Value fraction(DataType type, String text) {
        if (type == DataType.FLOAT) {
            float number = Float.parseFloat(text);
            return Float.isFinite(number) ? Value.of(type, number) : null;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? Value.of(type, number) : null;
    }

    static String outOfRange(DataType fraction) {
        return fraction.typeName().toLowerCase(Locale.ROOT) + " out of range";
    }

    private static SqlException invalid(Near start) {
        return start.error(INVALID_VALUE, "invalid data:");
    }
}
