// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.client.sql.InsertTarget;
import io.tdspring.error.TdConversionException;
import io.tdspring.spring.mapping.MappedComponent.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of one class into rows of child tables. Immutable, safe for use by many threads.
 *
 * @param <T> the record class
 */
public final class TableWriter<T> {

    private final Class<T> type;
    private final TdTable table;
    private final TableNameStrategy names;
    private final MappedComponent timestamp;
    private final @Nullable MappedComponent tableName;
    private final List<MappedComponent> tags;
    private final List<MappedComponent> columns;
    private final List<String> columnNames;

    private TableWriter(RecordShape shape, Class<T> type, TdTable table, TableNameStrategy names) {
        this.type = type;
        this.table = table;
        this.names = names;
        this.tags = componentsOf(shape, Role.TAG);
        List<MappedComponent> timestamps = componentsOf(shape, Role.TIMESTAMP);
        List<MappedComponent> tableNames = componentsOf(shape, Role.TABLE_NAME);
        if (timestamps.size() != 1) {
            throw new IllegalArgumentException(type.getName() + " has " + timestamps.size()
                    + " components with @TdTimestamp, one is needed to write it");
        }
        if (tableNames.size() > 1 || (tableNames.isEmpty() && tags.isEmpty())) {
            throw new IllegalArgumentException(
                    type.getName() + " needs one component with @TdTableName, or tags to make the name from");
        }
        this.timestamp = timestamps.get(0);
        this.tableName = tableNames.isEmpty() ? null : tableNames.get(0);
        List<MappedComponent> written = new ArrayList<>(timestamps);
        written.addAll(componentsOf(shape, Role.COLUMN));
        this.columns = List.copyOf(written);
        this.columnNames = columns.stream().map(MappedComponent::column).toList();
    }

    static <T> TableWriter<T> of(Class<T> type, TableNameStrategy names) {
        TdTable table = type.getAnnotation(TdTable.class);
        if (table == null) {
            throw new IllegalArgumentException(
                    type.getName() + " has no @TdTable, so there is no table to write it to");
        }
        return new TableWriter<>(RecordShape.of(type), type, table, names);
    }

    private static List<MappedComponent> componentsOf(RecordShape shape, Role role) {
        return shape.components().stream()
                .filter(component -> component.role() == role)
                .toList();
    }

    /** The record class. */
    public Class<T> type() {
        return type;
    }

    /** The super table's name, unquoted. */
    public String superTable() {
        return table.superTable();
    }

    /** The database of the super table, unquoted; empty for the connection's. */
    public String database() {
        return table.database();
    }

    /** The columns' names, the timestamp first, with the types of their components. */
    public Map<String, Class<?>> columnTypes() {
        return typesOf(columns);
    }

    /** The tags' names in their order, with the types of their components. */
    public Map<String, Class<?>> tagTypes() {
        return typesOf(tags);
    }

    private static Map<String, Class<?>> typesOf(List<MappedComponent> components) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        components.forEach(component -> types.put(component.column(), component.type()));
        return types;
    }

    /**
     * The name of the record's table, unquoted.
     *
     * @throws TdConversionException if the record's own name for it is null or empty
     */
    public String tableName(T record) {
        if (tableName == null) {
            return names.tableName(table.superTable(), valuesOf(tags, record));
        }
        Object name = tableName.valueOf(record);
        if (name == null || name.toString().isEmpty()) {
            throw new TdConversionException(tableName + " is null or empty: a row needs its table");
        }
        return name.toString();
    }

    /** Where the rows of a table go, with the tags of this record. */
    public InsertTarget target(String tableName, T record) {
        InsertTarget.ChildOf childOf = tags.isEmpty()
                ? null
                : new InsertTarget.ChildOf(
                        table.superTable(),
                        tags.stream().map(MappedComponent::column).toList(),
                        valuesOf(tags, record));
        return new InsertTarget(table.database(), tableName, childOf, columnNames);
    }

    /**
     * The record's row, in the order of its target's columns.
     *
     * @throws TdConversionException if the timestamp is null
     */
    public List<@Nullable Object> values(T record) {
        List<@Nullable Object> values = valuesOf(columns, record);
        if (values.get(0) == null) {
            throw new TdConversionException(timestamp + " is null: a row needs its timestamp");
        }
        return values;
    }

    private static List<@Nullable Object> valuesOf(List<MappedComponent> components, Object record) {
        List<@Nullable Object> values = new ArrayList<>(components.size());
        for (MappedComponent component : components) {
            values.add(component.valueOf(record));
        }
        return values;
    }
}
