// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement answers. */
public sealed interface StatementResult {

    /**
     * A statement that changes something.
     *
     * @param affectedRows rows written, 0 for everything but INSERT
     */
    record Update(long affectedRows) implements StatementResult {}

    /**
     * Rows to be read once, by one thread.
     *
     * @param precision the unit of the TIMESTAMP cells
     * @param rows cells by the server's cell conventions, one for each column
     */
    record Rows(List<Column> columns, Precision precision, Iterator<@Nullable Object[]> rows)
            implements StatementResult {

        public Rows {
            columns = List.copyOf(columns);
        }
    }
}
