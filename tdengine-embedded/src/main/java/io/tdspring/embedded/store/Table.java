// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table with rows: a child table, which follows a super table and has values for its tags, or a normal table.
 *
 * <p>Thread-safe: a change of the schema or of tags replaces immutable objects, rows are read from a frozen view ({@link #rows()}) and written through
 * the log of the table's vgroup.
 */
public final class Table {

    private final Database database;
    private final String name;
    private final @Nullable SuperTable superTable;
    private final long id;
    private final Instant created;
    private final VGroup vgroup;
    private final TableData data;
    /** Of a normal table. */
    private volatile Columns ownColumns;

    private volatile TagValues tags;
    private volatile Map<String, String> options = Map.of();
    private volatile boolean dropped;
    /** What the first rows are to tell the log. Guarded by the log's lock. */
    private TableChange.@Nullable ChildCreated creation;

    /** Of the server's memory, for the rows. Guarded by the log's lock. */
    private long takenBytes;

    Table(Database database, TableSchema schema, long id, Instant created, VGroup vgroup) {
        this.database = database;
        this.name = schema.name();
        this.superTable = schema.superTable();
        this.ownColumns = schema.columns();
        this.tags = new TagValues(superTable == null ? Columns.of(List.of()) : superTable.tags(), schema.tags());
        this.id = id;
        this.created = created;
        this.vgroup = vgroup;
        this.data = new TableData(schema.columns());
    }

    public Database database() {
        return database;
    }

    public String name() {
        return name;
    }

    /** The super table of a child table, null for a normal table. */
    public @Nullable SuperTable superTable() {
        return superTable;
    }

    /** The data columns; the first is the timestamp. */
    public Columns columns() {
        return superTable == null ? ownColumns : superTable.columns();
    }

    /** The values of the tags by the server's cell conventions, in the super table's order; empty for a normal table. */
    public List<@Nullable Object> tags() {
        return superTable == null ? List.of() : tags.of(superTable.tags());
    }

    /**
     * The value of one tag.
     *
     * @param known the super table's tags when somebody looked the tag up
     * @param index of the tag among those; a tag that was dropped since then is NULL
     */
    public @Nullable Object tag(List<Column> known, int index) {
        return known instanceof Columns columns ? tags.of(columns).get(index) : tags().get(index);
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
        return rows(columns());
    }

    /**
     * The rows as they are now, with the columns of the moment when somebody asked for {@link #columns()}: what was added
     * since then is left out, what was dropped is NULL.
     */
    public TableRows rows(List<Column> known) {
        FrozenRows rows = data.freeze();
        return RelaidRows.of(rows, rows.layout(), known);
    }

    /** What was written behind the columns and tags: comment, ttl, sma. */
    public Map<String, String> options() {
        return options;
    }

    /** Changes some of the {@link #options()}. */
    public synchronized void setOptions(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(options);
        changed.putAll(changes);
        options = Map.copyOf(changed);
    }

    /** Whether the table was dropped; its rows are still there for those who hold it. */
    public boolean isDropped() {
        return dropped;
    }

    /** Has the log tell of the creation together with the first rows. */
    void announceWithRows(TableChange.ChildCreated change) {
        creation = change;
    }

    /** What the log has not told yet about the creation, once; null if it has. */
    TableChange.@Nullable ChildCreated takeCreation() {
        TableChange.ChildCreated change = creation;
        creation = null;
        return change;
    }

    void markDropped() {
        dropped = true;
    }

    /** Writes rows; returns how many of them are new. */
    int apply(RowBatch rows) {
        data.adapt(columns());
        return data.merge(rows);
    }

    long takenBytes() {
        return takenBytes;
    }

    void setTakenBytes(long bytes) {
        takenBytes = bytes;
    }

    /** Removes the rows from one timestamp to another, both included; returns how many there were. */
    int delete(long first, long last) {
        return data.delete(first, last);
    }

    void setColumns(Columns changed) {
        ownColumns = changed;
    }

    /** Keeps the values of the tags that are still there, for reading them without looking for each. */
    void followTags(Columns changed) {
        tags = new TagValues(changed, tags.of(changed));
    }

    void setTags(TagValues changed) {
        tags = changed;
    }
}
