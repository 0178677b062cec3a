// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data;

import static io.tdspring.data.LittleEndian.f32;
import static io.tdspring.data.LittleEndian.f64;
import static io.tdspring.data.LittleEndian.i16;
import static io.tdspring.data.LittleEndian.i32;
import static io.tdspring.data.LittleEndian.i64;

import io.tdspring.error.TdConversionException;
import io.tdspring.error.TdengineProtocolException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a {@link Block} as another type than the one they have, or as an object. Where a primitive is asked for, NULL
 * is refused; where an object is, the caller has looked.
 */
final class Conversion {

    private Conversion() {}

    static long toLong(Block block, int column, int row) {
        int at = present(block, column, row);
        return switch (block.typeOf(column)) {
            case BOOL -> block.array()[at] == 0 ? 0 : 1;
            case TINYINT -> block.array()[at];
            case UTINYINT -> block.array()[at] & 0xff;
            case SMALLINT -> i16(block.array(), at);
            case USMALLINT -> i16(block.array(), at) & 0xffff;
            case INT -> i32(block.array(), at);
            case UINT -> i32(block.array(), at) & 0xffff_ffffL;
            case BIGINT, TIMESTAMP -> i64(block.array(), at);
            case UBIGINT -> signed(block, column, i64(block.array(), at));
            default -> throw refused(block, column, "long");
        };
    }

    static int toInt(Block block, int column, int row) {
        long value = block.longAt(column, row);
        if (value != (int) value) {
            throw new TdConversionException("a value of column " + nameOf(block, column) + " exceeds int");
        }
        return (int) value;
    }

    static double toDouble(Block block, int column, int row) {
        int at = present(block, column, row);
        return switch (block.typeOf(column)) {
            case FLOAT -> f32(block.array(), at);
            case DOUBLE -> f64(block.array(), at);
            case DECIMAL, DECIMAL64 -> unscaled(block, column, at).doubleValue();
            case UBIGINT -> unsigned(i64(block.array(), at)).doubleValue();
            default -> toLong(block, column, row);
        };
    }

    static String toText(Block block, int column, int row) {
        int at = block.placeOf(column, row);
        return switch (block.typeOf(column)) {
            case VARCHAR, JSON -> {
                int length = payloadLength(block, column, at);
                yield new String(block.array(), payloadStart(block, column, at), length, StandardCharsets.UTF_8);
            }
            case NCHAR -> {
                int length = payloadLength(block, column, at);
                yield Ucs4Text.decode(block.array(), payloadStart(block, column, at), length);
            }
            default -> throw refused(block, column, "String");
        };
    }

    static byte[] toBytes(Block block, int column, int row) {
        int at = block.placeOf(column, row);
        return switch (block.typeOf(column)) {
            case VARCHAR, VARBINARY, GEOMETRY, BLOB, JSON -> {
                int from = payloadStart(block, column, at);
                yield Arrays.copyOfRange(block.array(), from, from + payloadLength(block, column, at));
            }
            default -> throw refused(block, column, "bytes");
        };
    }

    static BigDecimal toDecimal(Block block, int column, int row) {
        int at = block.placeOf(column, row);
        return switch (block.typeOf(column)) {
            case DECIMAL, DECIMAL64 -> unscaled(block, column, at);
            case UBIGINT -> new BigDecimal(unsigned(i64(block.array(), at)));
            case FLOAT -> decimal(block, column, f32(block.array(), at), Float.toString(f32(block.array(), at)));
            case DOUBLE -> decimal(block, column, f64(block.array(), at), Double.toString(f64(block.array(), at)));
            default -> BigDecimal.valueOf(toLong(block, column, row));
        };
    }

    static @Nullable Object toObject(Block block, int column, int row) {
        int at = block.placeOf(column, row);
        return switch (block.typeOf(column)) {
            case NULL -> null;
            case BOOL -> block.array()[at] != 0;
            case TINYINT -> block.array()[at];
            case UTINYINT -> (short) (block.array()[at] & 0xff);
            case SMALLINT -> i16(block.array(), at);
            case USMALLINT -> i16(block.array(), at) & 0xffff;
            case INT -> i32(block.array(), at);
            case UINT -> i32(block.array(), at) & 0xffff_ffffL;
            case BIGINT -> i64(block.array(), at);
            case UBIGINT -> unsigned(i64(block.array(), at));
            case FLOAT -> f32(block.array(), at);
            case DOUBLE -> f64(block.array(), at);
            case TIMESTAMP -> block.precision().toInstant(i64(block.array(), at));
            case DECIMAL, DECIMAL64 -> unscaled(block, column, at);
            case VARCHAR, NCHAR, JSON -> toText(block, column, row);
            case VARBINARY, GEOMETRY, BLOB -> toBytes(block, column, row);
        };
    }

    private static int present(Block block, int column, int row) {
        if (block.isNull(column, row)) {
            throw new TdConversionException("column " + nameOf(block, column) + " is NULL");
        }
        return block.placeOf(column, row);
    }

    private static int payloadStart(Block block, int column, int at) {
        return at + block.typeOf(column).prefixBytes();
    }

    private static int payloadLength(Block block, int column, int at) {
        int prefix = block.typeOf(column).prefixBytes();
        int length = prefix == 4 ? i32(block.array(), at) : i16(block.array(), at) & 0xffff;
        if (length < 0 || length > block.endOf(column) - at - prefix) {
            throw outside(block, column);
        }
        return length;
    }

    private static long signed(Block block, int column, long unsigned) {
        if (unsigned < 0) {
            throw new TdConversionException("a value of column " + nameOf(block, column) + " exceeds long");
        }
        return unsigned;
    }

    private static BigInteger unsigned(long bits) {
        BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? low.setBit(63) : low;
    }

    private static BigDecimal unscaled(Block block, int column, int at) {
        int scale = block.columns().get(column).scale();
        long low = i64(block.array(), at);
        if (block.typeOf(column) == DataType.DECIMAL64) {
            return BigDecimal.valueOf(low, scale);
        }
        long high = i64(block.array(), at + 8);
        if (high == low >> 63) {
            return BigDecimal.valueOf(low, scale);
        }
        byte[] bigEndian = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        return new BigDecimal(new BigInteger(bigEndian), scale);
    }

    private static BigDecimal decimal(Block block, int column, double value, String digits) {
        if (!Double.isFinite(value)) {
            throw refused(block, column, "BigDecimal where it holds NaN or an infinity");
        }
        return new BigDecimal(digits);
    }

    static TdConversionException refused(Block block, int column, String target) {
        String type = block.typeOf(column).typeName();
        return new TdConversionException("column " + nameOf(block, column) + " of type " + type + " is no " + target);
    }

    static TdengineProtocolException outside(Block block, int column) {
        return new TdengineProtocolException("a cell of column " + nameOf(block, column) + " exceeds its block");
    }

    private static String nameOf(Block block, int column) {
        return block.columns().get(column).name();
    }
}
