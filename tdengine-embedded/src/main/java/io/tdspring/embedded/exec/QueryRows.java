// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query gives. The rows are read once, by one thread.
 *
 * @param precision the unit of the TIMESTAMP cells
 * @param rows cells by the server's cell conventions, one for each column
 */
public record QueryRows(List<Column> columns, Precision precision, Iterator<@Nullable Object[]> rows) {

    public QueryRows {
        columns = List.copyOf(columns);
    }
}
