// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.write;

import io.tdspring.data.Column;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Insert;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Database;
import io.tdspring.embedded.value.CellReader;
import io.tdspring.embedded.value.ValueContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a row into cells, and checks that its timestamp is one that the database keeps.
 *
 * <p>Immutable; confined to a statement.
 */
final class RowReader {

    private final Insert insert;
    private final CellReader cells;
    private final TimestampRange range;

    RowReader(Insert insert, Database database, ValueContext context) {
        this.insert = insert;
        this.cells = new CellReader(context);
        this.range = TimestampRange.of(database, context.now());
    }

    CellReader cells() {
        return cells;
    }

    /**
     * Puts the row's values where they belong.
     *
     * @param columns where each value's column is; null for a value that is not read
     * @param target where each value goes in {@code row}
     */
    void read(Insert.Row values, List<@Nullable Column> columns, int[] target, @Nullable Object[] row) {
        checkCount(values, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column != null) {
                row[target[i]] = cells.read(column, values.values().get(i));
            }
        }
    }

    /** Too many values, or none, are a wrong number; too few end too early. */
    void checkCount(Insert.Row values, int expected) {
        int actual = values.values().size();
        if (actual == 0 || actual > expected) {
            throw new SqlException(0x263f, "Illegal number of columns");
        }
        if (actual < expected) {
            throw SqlException.insertSyntax(insert.rest(values.closing()), ", expected");
        }
    }

    /** @throws SqlException if the timestamp is NULL, older than the database keeps rows, or too far ahead */
    void checkTimestamp(@Nullable Object timestamp, Expr written) {
        if (!(timestamp instanceof Long time)) {
            throw insert.invalid(written, "Primary timestamp column should not be null");
        }
        range.check(time);
    }
}
