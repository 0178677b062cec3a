// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A schema with tags, and the child tables that follow it.
 *
 * <p>Thread-safe: a change of the schema replaces the list of columns or of tags, which all children see at once; the
 * children come and go one by one.
 */
public final class SuperTable {

    private final Database database;
    private final String name;
    private volatile Columns columns;
    private volatile Columns tags;
    private volatile Map<String, String> options = Map.of();
    private final Instant created;
    private final Map<String, Table> children = new ConcurrentHashMap<>();

    SuperTable(Database database, String name, List<Column> columns, List<Column> tags, Instant created) {
        this.database = database;
        this.name = name;
        this.columns = Columns.of(columns);
        this.tags = Columns.of(tags);
        this.created = created;
    }

    public Database database() {
        return database;
    }

    public String name() {
        return name;
    }

    /** The data columns; the first is the timestamp. */
    public Columns columns() {
        return columns;
    }

    /** The tag columns, at least one. */
    public Columns tags() {
        return tags;
    }

    public Instant created() {
        return created;
    }

    /** The child tables by vgroup, within a vgroup in the order of their creation. */
    public List<Table> children() {
        List<Table> tables = new ArrayList<>(children.values());
        tables.sort(
                Comparator.comparingInt((Table table) -> table.vgroup().id()).thenComparingLong(Table::id));
        return tables;
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

    void setColumns(Columns changed) {
        columns = changed;
    }

    void setTags(Columns changed) {
        tags = changed;
    }

    void add(Table child) {
        children.put(child.name(), child);
    }

    void remove(Table child) {
        children.remove(child.name(), child);
    }
}
