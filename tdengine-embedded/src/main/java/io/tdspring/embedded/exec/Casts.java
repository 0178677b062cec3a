// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.TypeDefinition;
import io.tdspring.embedded.value.TimestampText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CAST: cuts off what does not fit, only DECIMALs are rounded, and takes what is no number for 0. */
final class Casts {

    private static final int WRONG_TYPE = 0x2802;
    private static final int WRONG_VALUE = 0x2800;
    private static final int UNKNOWN = 0xffff;
    private static final int MOST_BYTES = 65_517;
    private static final int NCHAR_BYTES = 4;
    private static final int INT_BYTES = 4;
    private static final double TWO_TO_63 = 0x1p63;

    private Casts() {}

    static Evaluator compile(Evaluator operand, TypeDefinition target, EvaluationContext context) {
        DataType from = operand.type().type();
        DataType to = target.type();
        if (to == DataType.JSON || to == DataType.BLOB) {
            throw new SqlException(UNKNOWN, "Unknown error 65535");
        }
        if (from == DataType.VARBINARY || from == DataType.GEOMETRY) {
            throw new SqlException(WRONG_TYPE, "Invalid parameter data type : cast");
        }
        if (from == DataType.JSON || from == DataType.BLOB) {
            throw SqlException.notSupported("CAST of " + from.typeName() + " as " + to.typeName());
        }
        if (to.isDecimal()) {
            return DecimalCasts.compile(operand, target);
        }
        if (to == DataType.GEOMETRY && from != DataType.VARCHAR) {
            throw SqlException.notSupported("CAST of " + from.typeName() + " as GEOMETRY");
        }
        if (to == DataType.VARBINARY && from != DataType.VARCHAR) {
            throw new SqlException(WRONG_TYPE, "Invalid function para type");
        }
        Column type = to.isVariable() ? Column.of("", to, length(target)) : Column.of("", to);
        return Computed.of(type, operand, conversion(from, type, context));
    }

    private static int length(TypeDefinition target) {
        if (target.length() == 0 && target.type() == DataType.VARCHAR) {
            return MOST_BYTES;
        }
        if (target.length() == 0) {
            throw SqlException.notSupported("CAST as " + target.type().typeName() + " without a length");
        }
        long bytes = (long) target.length() * (target.type() == DataType.NCHAR ? NCHAR_BYTES : 1);
        if (bytes > MOST_BYTES) {
            throw new SqlException(WRONG_VALUE, "CAST function converted length should be in range (0, 65517] bytes");
        }
        return target.length();
    }

    private static Computed.OfOne conversion(DataType from, Column to, EvaluationContext context) {
        int length = to.length();
        return switch (to.type()) {
            case BOOL -> Casts::toBool;
            case FLOAT -> value -> (float) NumberTypes.toDouble(value);
            case DOUBLE -> NumberTypes::toDouble;
            case TIMESTAMP ->
                value -> value instanceof String text
                        ? (Object) TimestampText.parse(text, context.zone(), context.precision())
                                .orElse(0)
                        : (Object) toLong(value);
            case VARCHAR -> value -> cutToBytes(toText(value), length);
            case NCHAR ->
                from == DataType.NCHAR
                        ? value -> cutToCharacters((String) value, length)
                        : value -> cutToBytes(toText(value), length);
            case VARBINARY, GEOMETRY -> value -> cut(((String) value).getBytes(StandardCharsets.UTF_8), length);
            case UBIGINT -> value -> unsigned(toUnsignedLong(value));
            case UTINYINT, USMALLINT, UINT -> {
                long mask = -1L >>> (Long.SIZE - Byte.SIZE * to.type().width());
                yield value -> toLong(value) & mask;
            }
            default -> {
                int width = to.type().width();
                int unused = Long.SIZE - Byte.SIZE * width;
                yield value -> toSigned(value, width) << unused >> unused;
            }
        };
    }

    private static Boolean toBool(Object value) {
        return value instanceof String text ? TextNumbers.toLong(text) != 0 : NumberTypes.toDouble(value) != 0;
    }

    /** Fractions beyond the range become the least integer, as processors do it; a narrow type sees 32 bits first. */
    private static long toSigned(Object value, int width) {
        if (width <= INT_BYTES && (value instanceof Double || value instanceof Float)) {
            double number = NumberTypes.toDouble(value);
            return number > Integer.MIN_VALUE - 1.0 && number < -(double) Integer.MIN_VALUE
                    ? (long) number
                    : Integer.MIN_VALUE;
        }
        return toLong(value);
    }

    private static long toLong(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.setScale(0, RoundingMode.HALF_UP).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = NumberTypes.toDouble(value);
            return number >= -TWO_TO_63 && number < TWO_TO_63 ? (long) number : Long.MIN_VALUE;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.setScale(0, RoundingMode.HALF_UP).longValue();
        }
        return NumberTypes.toLong(value);
    }

    private static long toUnsignedLong(Object value) {
        if (value instanceof BigDecimal) {
            return toLong(value);
        }
        if (value instanceof String text) {
            return TextNumbers.toUnsignedLong(text);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = NumberTypes.toDouble(value);
            return number >= TWO_TO_63 ? toLong(number - TWO_TO_63) ^ Long.MIN_VALUE : toLong(value);
        }
        return toLong(value);
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private static String toText(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return TextNumbers.toText(Double.parseDouble(value.toString()));
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /** At most so many bytes of UTF-8, no character in halves. */
    static String cutToBytes(String text, int length) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (bytes > length) {
                return text.substring(0, i);
            }
            i += Character.charCount(character);
        }
        return text;
    }

    private static String cutToCharacters(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static byte[] cut(byte[] bytes, int length) {
        return bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
    }
}
