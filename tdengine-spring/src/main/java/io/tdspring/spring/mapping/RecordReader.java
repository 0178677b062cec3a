// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Column;
import io.tdspring.data.Row;
import io.tdspring.error.TdConversionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one class from rows of one schema; immutable.
 *
 * @param cells for each component its reader; null for a table name that no column gives
 */
record RecordReader(RecordShape shape, List<@Nullable CellReader> cells) {

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
        return new RecordReader(shape, cells);
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

    Object read(Row row, @Nullable String tableName) {
        @Nullable Object[] values = new @Nullable Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            CellReader cell = cells.get(i);
            values[i] = cell == null ? tableName : cell.read(row);
        }
        return shape.create(values);
    }
}
