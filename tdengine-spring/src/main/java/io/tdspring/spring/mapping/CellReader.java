// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Row;
import io.tdspring.error.TdConversionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads cells of one column as one Java type; immutable.
 *
 * @param target for messages: what is read, such as {@code int} or a component
 * @param primitive whether NULL is refused
 */
record CellReader(Column column, int index, String target, boolean primitive, Getter getter) {

    /** Reads a cell that is not NULL. */
    @FunctionalInterface
    interface Getter {
        @Nullable
        Object get(Row row, int column);
    }

    private record Kind(Set<DataType> from, Getter getter) {}

    private static final Set<DataType> TEXTS = EnumSet.of(DataType.VARCHAR, DataType.NCHAR, DataType.JSON);
    private static final Set<DataType> BINARIES =
            EnumSet.of(DataType.VARCHAR, DataType.JSON, DataType.VARBINARY, DataType.GEOMETRY, DataType.BLOB);
    private static final Set<DataType> INTEGERS = EnumSet.of(
            DataType.BOOL,
            DataType.TINYINT,
            DataType.SMALLINT,
            DataType.INT,
            DataType.BIGINT,
            DataType.UTINYINT,
            DataType.USMALLINT,
            DataType.UINT,
            DataType.UBIGINT);
    private static final Set<DataType> LONGS = and(INTEGERS, DataType.TIMESTAMP);
    private static final Set<DataType> NUMBERS =
            and(INTEGERS, DataType.FLOAT, DataType.DOUBLE, DataType.DECIMAL, DataType.DECIMAL64);
    private static final Map<Class<?>, Kind> KINDS = kinds();

    /**
     * The reader of a type.
     *
     * @param target for messages
     * @throws TdConversionException if the type is none that cells are read as, or the column's type does not fit
     */
    static CellReader of(Class<?> type, Column column, int index, String target) {
        Kind kind = type.isEnum() ? new Kind(TEXTS, EnumGetter.of(type)) : KINDS.get(type);
        if (kind == null) {
            throw new TdConversionException("values are not read as " + type.getName() + " (" + target + ")");
        }
        if (column.type() != DataType.NULL && !kind.from().contains(column.type())) {
            throw new TdConversionException("column " + column.name() + " of type "
                    + column.type().typeName() + " is not read as " + type.getSimpleName() + " (" + target + ")");
        }
        return new CellReader(column, index, target, type.isPrimitive(), kind.getter());
    }

    /** Whether single values of this type are read. */
    static boolean reads(Class<?> type) {
        return type.isEnum() || KINDS.containsKey(type);
    }

    @Nullable
    Object read(Row row) {
        if (row.isNull(index)) {
            if (primitive) {
                throw refusedNull();
            }
            return null;
        }
        try {
            return getter.get(row, index);
        } catch (TdConversionException e) {
            throw withTarget(e);
        }
    }

    TdConversionException refusedNull() {
        return new TdConversionException(
                "column " + column.name() + " is NULL and cannot be primitive (" + target + ")");
    }

    TdConversionException withTarget(TdConversionException failure) {
        return new TdConversionException(failure.getMessage() + " (" + target + ")");
    }

    private static Set<DataType> and(Set<DataType> types, DataType... more) {
        Set<DataType> all = EnumSet.copyOf(types);
        all.addAll(Set.of(more));
        return all;
    }

    private static Map<Class<?>, Kind> kinds() {
        Map<Class<?>, Kind> kinds = new HashMap<>();
        kinds.put(String.class, new Kind(TEXTS, Row::getString));
        kinds.put(byte[].class, new Kind(BINARIES, Row::getBytes));
        kinds.put(Instant.class, new Kind(EnumSet.of(DataType.TIMESTAMP), Row::getInstant));
        kinds.put(BigDecimal.class, new Kind(NUMBERS, Row::getDecimal));
        kinds.put(BigInteger.class, new Kind(INTEGERS, CellReader::bigInteger));
        kinds.put(Object.class, new Kind(EnumSet.allOf(DataType.class), Row::getValue));
        both(kinds, Boolean.class, boolean.class, INTEGERS, Row::getBoolean);
        both(kinds, Byte.class, byte.class, INTEGERS, CellReader::byteAt);
        both(kinds, Short.class, short.class, INTEGERS, CellReader::shortAt);
        both(kinds, Integer.class, int.class, INTEGERS, Row::getInt);
        both(kinds, Long.class, long.class, LONGS, Row::getLong);
        both(kinds, Float.class, float.class, NUMBERS, Row::getFloat);
        both(kinds, Double.class, double.class, NUMBERS, Row::getDouble);
        return Map.copyOf(kinds);
    }

    private static void both(
            Map<Class<?>, Kind> kinds, Class<?> boxed, Class<?> primitive, Set<DataType> from, Getter getter) {
        kinds.put(boxed, new Kind(from, getter));
        kinds.put(primitive, new Kind(from, getter));
    }

    static byte byteAt(Row row, int column) {
        int value = row.getInt(column);
        if (value != (byte) value) {
            throw exceeds(row, column, "byte");
        }
        return (byte) value;
    }

    static short shortAt(Row row, int column) {
        int value = row.getInt(column);
        if (value != (short) value) {
            throw exceeds(row, column, "short");
        }
        return (short) value;
    }

    private static TdConversionException exceeds(Row row, int column, String type) {
        return new TdConversionException(
                "a value of column " + row.columns().get(column).name() + " exceeds " + type);
    }

    private static @Nullable Object bigInteger(Row row, int column) {
        BigDecimal value = row.getDecimal(column);
        return value == null ? null : value.toBigInteger();
    }
}
