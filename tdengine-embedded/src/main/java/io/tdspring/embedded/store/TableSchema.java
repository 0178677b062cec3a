// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a table: its name and columns, and for a child table the super table and the tags.
 *
 * <p>Immutable.
 */
record TableSchema(
        String name, List<Column> columns, @Nullable SuperTable superTable, List<@Nullable Object> tags) {

    TableSchema {
        columns = List.copyOf(columns);
        tags = Collections.unmodifiableList(new ArrayList<>(tags));
    }
}
