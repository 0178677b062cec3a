// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Result;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result one after the other, each in the place of the one before: it stands before the first row, and
 * {@link #next} moves it.
 *
 * <pre>{@code
 * try (QueryResult result = client.query("select ts, current from meters")) {
 *     RowCursor row = result.rows();
 *     while (row.next()) {
 *         total += row.getFloat(1);
 *     }
 * }
 * }</pre>
 *
 * <p>Columns go by index, from 0, or by name, whatever its case; of several of one name the first is meant. Primitives of
 * NULL are refused with {@link io.tdspring.error.TdConversionException}, so ask {@link #isNull} first; objects of NULL
 * are null. Nothing is allocated for a row but the objects asked for, and these stay as they are when the cursor moves on:
 * only the memory that the rows arrived in is used again.
 *
 * <p>It ends with its result. Confined to one thread at a time.
 */
public final class RowCursor {

    private static final int BEFORE_FIRST = -1;

    /**
     * So deep HotSpot does not compile a method into its caller that calls itself. Otherwise all that it takes to wait for
     * a block may become part of the caller's loop over rows, and leave no room for the getters, which then are twice as
     * slow.
     */
    private static final int OUT_OF_THE_LOOP = 3;

    private final Result result;
    private final ColumnNames names;
    private @Nullable Block block;
    private int rows;
    private int row = BEFORE_FIRST;

    RowCursor(Result result, ColumnNames names) {
        this.result = result;
        this.names = names;
    }

    /**
     * Moves to the next row; waits for it, if it is not there yet, at most the request timeout.
     *
     * @return false at the end, at once for an update, and when the result has been closed
     * @throws io.tdspring.error.TdengineException if the server fails to deliver; the result is of no more use then
     */
    public boolean next() {
        return ++row < rows || nextBlock(OUT_OF_THE_LOOP);
    }

    private boolean nextBlock(int calls) {
        if (calls > 1) {
            return nextBlock(calls - 1);
        }
        do {
            giveBack();
            block = result.nextBlock();
            if (block == null) {
                return false;
            }
            rows = block.rows();
        } while (rows == 0);
        row = 0;
        return true;
    }

    /** Ends the loan of the block of the current row; there is no current row then. */
    void giveBack() {
        Block read = block;
        block = null;
        rows = 0;
        row = BEFORE_FIRST;
        if (read != null) {
            result.recycle(read);
        }
    }

    private Block current() {
        if (block == null) {
            throw new IllegalStateException("there is no current row; call next() and see that it is true");
        }
        return block;
    }

    public List<Column> columns() {
        return result.columns();
    }

    /** As {@link QueryResult#columnIndex}. */
    public int columnIndex(String name) {
        return names.indexOf(name);
    }

    public boolean isNull(int column) {
        return current().isNull(column, row);
    }

    public boolean isNull(String column) {
        return isNull(names.indexOf(column));
    }

    /** As {@link Block#booleanAt}. */
    public boolean getBoolean(int column) {
        return current().booleanAt(column, row);
    }

    public boolean getBoolean(String column) {
        return getBoolean(names.indexOf(column));
    }

    /** As {@link Block#intAt}. */
    public int getInt(int column) {
        return current().intAt(column, row);
    }

    public int getInt(String column) {
        return getInt(names.indexOf(column));
    }

    /** As {@link Block#longAt}. */
    public long getLong(int column) {
        return current().longAt(column, row);
    }

    public long getLong(String column) {
        return getLong(names.indexOf(column));
    }

    /** As {@link Block#floatAt}. */
    public float getFloat(int column) {
        return current().floatAt(column, row);
    }

    public float getFloat(String column) {
        return getFloat(names.indexOf(column));
    }

    /** As {@link Block#doubleAt}. */
    public double getDouble(int column) {
        return current().doubleAt(column, row);
    }

    public double getDouble(String column) {
        return getDouble(names.indexOf(column));
    }

    /** As {@link Block#stringAt}. */
    public @Nullable String getString(int column) {
        return current().stringAt(column, row);
    }

    public @Nullable String getString(String column) {
        return getString(names.indexOf(column));
    }

    /** As {@link Block#bytesAt}. */
    public byte @Nullable [] getBytes(int column) {
        return current().bytesAt(column, row);
    }

    public byte @Nullable [] getBytes(String column) {
        return getBytes(names.indexOf(column));
    }

    /** As {@link Block#decimalAt}. */
    public @Nullable BigDecimal getDecimal(int column) {
        return current().decimalAt(column, row);
    }

    public @Nullable BigDecimal getDecimal(String column) {
        return getDecimal(names.indexOf(column));
    }

    /** As {@link Block#instantAt}. */
    public @Nullable Instant getInstant(int column) {
        return current().instantAt(column, row);
    }

    public @Nullable Instant getInstant(String column) {
        return getInstant(names.indexOf(column));
    }

    /** As {@link Block#valueAt}. */
    public @Nullable Object getValue(int column) {
        return current().valueAt(column, row);
    }

    public @Nullable Object getValue(String column) {
        return getValue(names.indexOf(column));
    }
}
