// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small table that a statement answers; immutable but for the arrays, which nobody writes to.
 *
 * @param rows cells by the server's cell conventions, one for each column
 */
public record Listing(List<Column> columns, List<@Nullable Object[]> rows) {

    public Listing {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    /** One column of text. */
    static Listing ofNames(String column, int length, List<String> names) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        names.forEach(name -> rows.add(new @Nullable Object[] {name}));
        return new Listing(List.of(text(column, length)), rows);
    }

    /** The same rows with nothing but their first cell. */
    Listing firstColumn() {
        List<@Nullable Object[]> first = new ArrayList<>();
        rows.forEach(row -> first.add(new @Nullable Object[] {row[0]}));
        return new Listing(columns.subList(0, 1), first);
    }

    static Column text(String name, int length) {
        return Column.of(name, DataType.VARCHAR, length);
    }
}
