// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with rows: a child table, which follows a super table and has values for its tags, or a normal table.
 *
 * <p>Thread-safe: schema and tags never change, rows are read from a frozen view ({@link #rows()}) and written through
 * the log of the table's vgroup.
 */
public final class Table {

    private final Database database;
    private final TableSchema schema;
    private final long id;
    private final Instant created;
    private final VGroup vgroup;
    private final TableData data;
    private volatile boolean dropped;

    Table(Database database, TableSchema schema, long id, Instant created, VGroup vgroup) {
        this.database = database;
        this.schema = schema;
        this.id = id;
        this.created = created;
        this.vgroup = vgroup;
        this.data = new TableData(schema.columns());
    }

    public Database database() {
        return database;
    }

    public String name() {
        return schema.name();
    }

    /** The super table of a child table, null for a normal table. */
    public @Nullable SuperTable superTable() {
        return schema.superTable();
    }

    /** The data columns; the first is the timestamp. */
    public List<Column> columns() {
        return schema.columns();
    }

    /** The values of the tags by the server's cell conventions, in the super table's order; empty for a normal table. */
    public List<@Nullable Object> tags() {
        return schema.tags();
    }

    /** A number that grows with every table made on this server. */
    public long id() {
        return id;
    }

    public Instant created() {
        return created;
    }

    public VGroup vgroup() {
        return vgroup;
    }

    /**
     * The rows as they are now.
     *
     * <p>The view shares the table's arrays. Appending writes behind its last row or to larger copies; whatever would
     * change a row of the view works on a copy of the arrays.
     */
    public TableRows rows() {
        return data.freeze();
    }

    /** Whether the table was dropped; its rows are still there for those who hold it. */
    public boolean isDropped() {
        return dropped;
    }

    void markDropped() {
        dropped = true;
    }

    void apply(RowBatch rows) {
        data.merge(rows);
    }
}
