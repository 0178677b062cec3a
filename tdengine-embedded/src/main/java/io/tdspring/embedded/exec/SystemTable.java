// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of a system database at one moment; TIMESTAMP cells are in milliseconds. Immutable but for the arrays, which
 * nobody writes to.
 *
 * @param columns those of {@code *}
 * @param rows cells by the server's cell conventions, one for each column
 * @param untold columns of a real server whose values this server does not know: naming them is refused; those among
 *     {@code columns} are NULL in {@code *}
 */
public record SystemTable(List<Column> columns, List<@Nullable Object[]> rows, Set<String> untold) {

    public SystemTable {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
        untold = Set.copyOf(untold);
    }
}
