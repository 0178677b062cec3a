// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.data.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the columns of a result by name; each spelling is looked for once. Confined to one thread at a time. */
final class ColumnNames {

    private final List<Column> columns;
    private final Map<String, Integer> found = new HashMap<>();

    ColumnNames(List<Column> columns) {
        this.columns = columns;
    }

    /** As {@link Column#indexOf}. */
    int indexOf(String name) {
        Integer known = found.get(name);
        if (known != null) {
            return known;
        }
        int index = Column.indexOf(name, columns);
        found.put(name, index);
        return index;
    }
}
