// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Column;
import io.tdspring.data.Row;
import io.tdspring.error.TdConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one class from rows of one schema; immutable.
 *
 * @param cells for each component its reader; null for a table name that no column gives
 */
record RecordReader(RecordShape shape, List<@Nullable CellReader> cells, RecordMaker maker) {

    private static final int ROW = 0;
    private static final int TABLE_NAME = 1;

    /** @throws TdConversionException if a component has no column or one whose type does not fit */
    static RecordReader of(RecordShape shape, List<Column> columns) {
        List<@Nullable CellReader> cells = new ArrayList<>();
        for (MappedComponent component : shape.components()) {
            int index = component.indexIn(columns);
            if (index >= 0) {
                cells.add(CellReader.of(component.type(), columns.get(index), index, component.toString()));
            } else if (component.role() == MappedComponent.Role.TABLE_NAME) {
                cells.add(null);
            } else {
                throw new TdConversionException("no column " + component.column() + " for " + component + " among "
                        + columns.stream().map(Column::name).toList());
            }
        }
        return new RecordReader(shape, cells, makerOf(shape, cells));
    }

    /** The constructor, each of whose arguments is read where it lies. */
    private static RecordMaker makerOf(RecordShape shape, List<@Nullable CellReader> cells) {
        int[] sources = new int[cells.size()];
        MethodHandle[] arguments = new MethodHandle[cells.size()];
        for (int i = 0; i < arguments.length; i++) {
            CellReader cell = cells.get(i);
            sources[i] = cell == null ? TABLE_NAME : ROW;
            arguments[i] = cell == null
                    ? MethodHandles.identity(String.class)
                    : CellHandle.of(cell, shape.components().get(i).type());
        }
        MethodHandle maker = MethodHandles.filterArguments(shape.constructor(), 0, arguments);
        MethodType type = RecordMaker.TYPE.changeReturnType(shape.type());
        return RecordMaker.of(
                MethodHandles.permuteArguments(maker, type, sources).asType(RecordMaker.TYPE));
    }

    /** @throws TdConversionException if the table's name is needed beside the rows and not given */
    void requireTableName(@Nullable String tableName) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) == null && tableName == null) {
                throw new TdConversionException(
                        "no column tbname for " + shape.components().get(i));
            }
        }
    }

    /** Makes a record; what its constructor throws goes through. */
    Object read(Row row, @Nullable String tableName) {
        try {
            return maker.make(row, tableName);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("making a " + shape.type().getName() + " failed", e);
        }
    }
}
