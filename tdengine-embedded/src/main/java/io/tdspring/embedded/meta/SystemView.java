// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.meta;

import io.tdspring.data.Column;
import io.tdspring.embedded.exec.SystemTable;
import io.tdspring.embedded.store.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a table of a system database looks like, and where its rows come from. Immutable.
 *
 * @param columns those of {@code *}
 * @param untold as in {@link SystemTable}
 * @param source the rows at one moment
 */
record SystemView(
        String name, List<Column> columns, Set<String> untold, Function<Scope, List<@Nullable Object[]>> source) {

    SystemView {
        columns = List.copyOf(columns);
        untold = Set.copyOf(untold);
    }

    /** A view that never has rows: of what this server does not have. */
    static SystemView empty(String name, List<Column> columns) {
        return new SystemView(name, columns, Set.of(), scope -> List.of());
    }

    SystemTable read(Scope scope) {
        return new SystemTable(columns, source.apply(scope), untold);
    }

    Listing list(Scope scope) {
        return new Listing(columns, source.apply(scope));
    }
}
