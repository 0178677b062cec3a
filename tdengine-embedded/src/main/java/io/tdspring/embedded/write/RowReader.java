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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a row into cells, and checks that its timestamp is one that the database keeps.
 *
 * <p>Immutable; confined to a statement.
 */
final class RowReader {

    private static final int OUT_OF_RANGE = 0x060b;
    /** The first moment that is too late for a database in milliseconds or microseconds. */
    private static final Instant TOO_LATE =
            LocalDate.of(2970, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Insert insert;
    private final CellReader cells;
    private final long earliest;
    private final long latest;

    RowReader(Insert insert, Database database, ValueContext context) {
        this.insert = insert;
        this.cells = new CellReader(context);
        this.earliest =
                timestamp(database, context.now().minus(database.options().keep()));
        this.latest = switch (database.precision()) {
            case NANOSECOND -> Long.MAX_VALUE;
            default -> database.precision().fromInstant(TOO_LATE) - 1;
        };
    }

    private static long timestamp(Database database, Instant instant) {
        try {
            return database.precision().fromInstant(instant);
        } catch (ArithmeticException e) {
            // Nanoseconds reach back to 1677 only, KEEP may be longer.
            return Long.MIN_VALUE;
        }
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
        if (time < earliest || time > latest) {
            throw new SqlException(OUT_OF_RANGE, "Timestamp data out of range");
        }
    }
}
