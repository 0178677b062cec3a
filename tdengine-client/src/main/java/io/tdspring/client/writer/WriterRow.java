// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.stmt.RowValues;
import io.tdspring.client.stmt.TableName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A row to be filled and appended, again and again. Confined to one thread; each thread has one of its own.
 *
 * <p>Tags and columns are known by their index: tags first, then columns, as the {@link WriterOptions} name them, from 0;
 * {@link TdengineWriter#index} finds it by the name. A value that a column cannot hold exactly is refused by a {@link
 * io.tdspring.error.TdengineStatementException} that names table and column, and not the value. What is not set is NULL.
 */
public final class WriterRow {

    private final TdengineWriter writer;
    private final RowValues values;
    private String table = "";
    private long appended;

    WriterRow(TdengineWriter writer, RowValues values) {
        this.writer = writer;
        this.values = values;
    }

    /**
     * The table that the row goes to; it stays until another one is named.
     *
     * @throws io.tdspring.error.TdengineStatementException if the name is empty, or holds U+0000 or half of a surrogate pair
     */
    public WriterRow table(String name) {
        if (!name.equals(table) || name.isEmpty()) {
            TableName.require(name);
        }
        table = name;
        values.begin(name, appended);
        return this;
    }

    public WriterRow setNull(int index) {
        values.setNull(index);
        return this;
    }

    public WriterRow setBoolean(int index, boolean value) {
        values.setBoolean(index, value);
        return this;
    }

    /** For all integer types, and TIMESTAMP in the unit of the database. */
    public WriterRow setLong(int index, long value) {
        values.setLong(index, value);
        return this;
    }

    public WriterRow setFloat(int index, float value) {
        values.setFloat(index, value);
        return this;
    }

    public WriterRow setDouble(int index, double value) {
        values.setDouble(index, value);
        return this;
    }

    /** For VARCHAR, NCHAR and JSON. */
    public WriterRow setString(int index, String value) {
        values.setString(index, value);
        return this;
    }

    /** For VARBINARY, GEOMETRY and BLOB. */
    public WriterRow setBytes(int index, byte[] value) {
        values.setBytes(index, value);
        return this;
    }

    public WriterRow setInstant(int index, Instant value) {
        values.setInstant(index, value);
        return this;
    }

    public WriterRow setDecimal(int index, BigDecimal value) {
        values.setDecimal(index, value);
        return this;
    }

    /** Any of these; null is NULL. */
    public WriterRow setObject(int index, @Nullable Object value) {
        values.setObject(index, value);
        return this;
    }

    /**
     * Hands the row over, and begins a new one for the same table. Waits if the writer's memory is full, as the options say.
     *
     * @return ends when the server has acknowledged the row, or with the {@link io.tdspring.error.TdengineException} for
     *     which it was given up. All rows of a frame share one of these, so it costs nothing to ask for it or to ignore it.
     *     What depends on it runs on a thread of the writer's and must not wait.
     * @throws io.tdspring.error.TdengineTimeoutException if there was no room for it in time; the row stays as it is
     * @throws io.tdspring.error.TdengineStatementException if it has no table or no timestamp
     * @throws IllegalStateException if the writer is closed
     */
    public CompletionStage<Void> append() {
        CompletionStage<Void> completion = writer.append(table, values.complete());
        values.clear();
        appended++;
        values.begin(table, appended);
        return completion;
    }
}
