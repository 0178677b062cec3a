// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Column;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record: what it is in TDengine and how to read it.
 *
 * @param column the column's name, from the annotation or the component's name in snake_case
 * @param named whether the annotation gave the name, which is then the only one that fits
 * @param accessor takes the record as Object and gives the component as Object
 */
record MappedComponent(
        Class<?> owner, String name, Class<?> type, Role role, String column, boolean named, MethodHandle accessor) {

    enum Role {
        TIMESTAMP,
        TAG,
        COLUMN,
        TABLE_NAME
    }

    static MappedComponent of(Class<?> owner, RecordComponent component, MethodHandle accessor) {
        TdTimestamp timestamp = component.getAnnotation(TdTimestamp.class);
        TdTag tag = component.getAnnotation(TdTag.class);
        TdColumn column = component.getAnnotation(TdColumn.class);
        boolean tableName = component.isAnnotationPresent(TdTableName.class);
        int annotations =
                (timestamp == null ? 0 : 1) + (tag == null ? 0 : 1) + (column == null ? 0 : 1) + (tableName ? 1 : 0);
        if (annotations > 1) {
            throw new IllegalArgumentException("component " + component.getName() + " of " + owner.getName()
                    + " has more than one of @TdTimestamp, @TdTag, @TdColumn and @TdTableName");
        }
        if (tableName) {
            return tableName(owner, component, accessor);
        }
        if (timestamp != null) {
            return of(owner, component, Role.TIMESTAMP, timestamp.value(), accessor);
        }
        if (tag != null) {
            return of(owner, component, Role.TAG, tag.value(), accessor);
        }
        return of(owner, component, Role.COLUMN, column == null ? "" : column.value(), accessor);
    }

    private static MappedComponent of(
            Class<?> owner, RecordComponent component, Role role, String given, MethodHandle accessor) {
        String name = component.getName();
        String column = given.isEmpty() ? ColumnNames.snakeCase(name) : given;
        return new MappedComponent(owner, name, component.getType(), role, column, !given.isEmpty(), accessor);
    }

    private static MappedComponent tableName(Class<?> owner, RecordComponent component, MethodHandle accessor) {
        if (component.getType() != String.class) {
            throw new IllegalArgumentException("component " + component.getName() + " of " + owner.getName()
                    + " is @TdTableName and must be a String");
        }
        return new MappedComponent(owner, component.getName(), String.class, Role.TABLE_NAME, "tbname", true, accessor);
    }

    /** The index of this component's column; −1 if there is none. */
    int indexIn(List<Column> columns) {
        int exact = ColumnNames.indexOf(columns, column);
        return exact >= 0 || named ? exact : ColumnNames.indexOfLoosely(columns, name);
    }

    @Nullable
    Object valueOf(Object record) {
        try {
            Object value = accessor.invokeExact(record);
            return value instanceof Enum<?> constant ? constant.name() : value;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("reading " + this + " failed", e);
        }
    }

    /** For messages: {@code component ts of com.example.Reading}. */
    @Override
    public String toString() {
        return "component " + name + " of " + owner.getName();
    }
}
