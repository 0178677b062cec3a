// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Column;
import io.tdspring.data.Row;
import io.tdspring.error.TdConversionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/**
 * The one mapper between rows and Java: for queries, listener payloads and inserts.
 *
 * <p>A row is read as
 * <ul>
 *   <li>a record: each component takes the column of its name, where {@code deviceId} fits {@code device_id} and case does
 *       not count, or of the name that its annotation gives; more columns do no harm,
 *   <li>a {@code Map<String, Object>} in the order of the columns; of several columns with one name the first counts,
 *   <li>a single value, if the result has one column: String (text), boolean, byte, short, int, long (also a timestamp in
 *       the unit of its database), float, double and their boxes, Instant, BigDecimal, BigInteger, byte[], an enum by its
 *       constant's name, or Object for the column's natural type. Components of records take the same types.
 * </ul>
 * Other classes, such as beans, are refused. What was worked out for a class and a schema is kept, up to a bound. Safe for
 * use by many threads.
 */
public final class TdMapper {

    private static final int CACHE_SIZE = 256;

    private final TableNameStrategy names;
    private final ConcurrentLruCache<Class<?>, RecordShape> shapes =
            new ConcurrentLruCache<>(CACHE_SIZE, RecordShape::of);
    private final ConcurrentLruCache<Schema, RecordReader> readers =
            new ConcurrentLruCache<>(CACHE_SIZE, this::compile);
    private final ConcurrentLruCache<Class<?>, TableWriter<?>> writers =
            new ConcurrentLruCache<>(CACHE_SIZE, this::writerOf);

    private record Schema(Class<?> type, List<Column> columns) {}

    /** A mapper that names tables with {@link TableNameStrategy#fromTags()}. */
    public TdMapper() {
        this(TableNameStrategy.fromTags());
    }

    public TdMapper(TableNameStrategy names) {
        this.names = names;
    }

    /**
     * A mapper of rows with these columns.
     *
     * @return gives null only for a single value that is NULL
     * @throws TdConversionException if the class is none of the above, or a component has no column or one of a type that
     *     does not fit; the message names the component and the columns
     */
    public <T> RowMapper<T> reader(Class<T> type, List<Column> columns) {
        return reader(type, columns, null);
    }

    /**
     * As {@link #reader(Class, List)}, for rows that come with the name of their table beside them, as some messages of
     * subscriptions do: a component with {@link TdTableName} takes it if there is no column {@code tbname}.
     */
    public <T> RowMapper<T> reader(Class<T> type, List<Column> columns, @Nullable String tableName) {
        if (type.isRecord()) {
            RecordReader reader = readers.get(new Schema(type, List.copyOf(columns)));
            reader.requireTableName(tableName);
            return row -> type.cast(reader.read(row, tableName));
        }
        if (CellReader.reads(type)) {
            return valueReader(type, columns);
        }
        if (type == Map.class) {
            return row -> type.cast(mapOf(row));
        }
        throw new TdConversionException("rows are not read as " + type.getName()
                + ": only records, Map, and single values such as String or Instant are mapped, not beans");
    }

    /**
     * A writer of records with {@link TdTable}.
     *
     * @throws IllegalArgumentException if the class is no record, lacks {@link TdTable} or a {@link TdTimestamp}, or has
     *     neither {@link TdTableName} nor {@link TdTag}
     */
    @SuppressWarnings("unchecked") // The cache keeps under each class the writer for that class.
    public <T> TableWriter<T> writer(Class<T> type) {
        return (TableWriter<T>) writers.get(type);
    }

    private TableWriter<?> writerOf(Class<?> type) {
        return TableWriter.of(type, names);
    }

    private RecordReader compile(Schema schema) {
        try {
            return RecordReader.of(shapes.get(schema.type()), schema.columns());
        } catch (IllegalArgumentException e) {
            throw new TdConversionException(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // A primitive class casts nothing; null stands for NULL.
    private static <T> RowMapper<T> valueReader(Class<T> type, List<Column> columns) {
        if (columns.size() != 1) {
            throw new TdConversionException(
                    "a " + type.getSimpleName() + " is read from one column, the result has " + columns.size());
        }
        CellReader cell = CellReader.of(type, columns.get(0), 0, type.getSimpleName());
        return row -> (T) cell.read(row);
    }

    /** A mapper of rows of any columns, as {@link #reader} gives for {@code Map}, with its type arguments. */
    public static RowMapper<Map<String, @Nullable Object>> maps() {
        return TdMapper::mapOf;
    }

    private static Map<String, @Nullable Object> mapOf(Row row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<Column> columns = row.columns();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            if (!map.containsKey(name)) {
                map.put(name, row.getValue(i));
            }
        }
        return map;
    }
}
