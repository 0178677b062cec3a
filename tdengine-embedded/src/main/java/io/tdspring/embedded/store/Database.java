// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.SqlException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A database: its options, its vgroups, its super tables and tables, whose names share one space.
 *
 * <p>Thread-safe: looking up needs no lock, changes of the schema run one at a time.
 */
public final class Database {

    private final String name;
    private volatile DatabaseOptions options;
    private final Instant created;
    private final List<VGroup> vgroups;
    private final Object schemaLock = new Object();
    private final Map<String, SuperTable> superTables = new ConcurrentSkipListMap<>();
    private final Map<String, Table> tables = new ConcurrentSkipListMap<>();

    // Guarded by schemaLock.
    private long nextTableId = 1;

    private boolean dropped;

    Database(String name, DatabaseOptions options, Clock clock, MemoryBudget memory, AtomicInteger nextVgroup) {
        this.name = name;
        this.options = options;
        this.created = clock.instant();
        Retention retention = new Retention(clock, Retention.DEFAULT_MOST_BYTES, () -> this.options.walRetention());
        this.vgroups = IntStream.range(0, options.vgroups())
                .mapToObj(i -> new VGroup(nextVgroup.getAndIncrement(), retention, memory))
                .toList();
    }

    public String name() {
        return name;
    }

    public DatabaseOptions options() {
        return options;
    }

    /** Changes the options that can be changed: not the precision and the number of vgroups. */
    public void setOptions(UnaryOperator<DatabaseOptions> change) {
        synchronized (schemaLock) {
            options = change.apply(options);
        }
    }

    public Precision precision() {
        return options.precision();
    }

    public Instant created() {
        return created;
    }

    /** Its vgroups by their ids. */
    public List<VGroup> vgroups() {
        return vgroups;
    }

    /** The super table of this name, or null. */
    public @Nullable SuperTable findSuperTable(String superTable) {
        return superTables.get(superTable);
    }

    /** The child or normal table of this name, or null. */
    public @Nullable Table findTable(String table) {
        return tables.get(table);
    }

    /** All super tables in the order of their names. */
    public List<SuperTable> superTables() {
        return List.copyOf(superTables.values());
    }

    /** All child and normal tables in the order of their names. */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** Adds a super table; null if a table or super table has this name. */
    public @Nullable SuperTable createSuperTable(
            String superTable, List<Column> columns, List<Column> tags, Instant now) {
        synchronized (schemaLock) {
            if (isTaken(superTable)) {
                return null;
            }
            SuperTable added = new SuperTable(this, superTable, columns, tags, now);
            superTables.put(superTable, added);
            log(new TableChange.SuperTableCreated(added, added.columns(), added.tags()));
            return added;
        }
    }

    /** Adds a normal table; null if a table or super table has this name. */
    public @Nullable Table createTable(String table, List<Column> columns, Instant now) {
        synchronized (schemaLock) {
            Table added = add(new TableSchema(table, Columns.of(columns), null, List.of()), now);
            if (added != null) {
                added.vgroup().log(new TableChange.TableCreated(added, added.columns()));
            }
            return added;
        }
    }

    /**
     * Adds a child table; null if a table or super table has this name, or the super table was dropped.
     *
     * @param tags a cell for each tag of the super table
     */
    public @Nullable Table createChild(String table, SuperTable superTable, List<@Nullable Object> tags, Instant now) {
        synchronized (schemaLock) {
            Table added = add(new TableSchema(table, superTable.columns(), superTable, tags), now);
            if (added != null) {
                added.vgroup().log(creationOf(added, superTable));
            }
            return added;
        }
    }

    /**
     * Adds a child table as {@link #createChild} does, for rows that are about to be written: the log tells of both in
     * one entry.
     */
    public @Nullable Table createChildForRows(
            String table, SuperTable superTable, List<@Nullable Object> tags, Instant now) {
        synchronized (schemaLock) {
            Table added = add(new TableSchema(table, superTable.columns(), superTable, tags), now);
            if (added != null) {
                added.vgroup().announceWithRows(added, creationOf(added, superTable));
            }
            return added;
        }
    }

    private static TableChange.ChildCreated creationOf(Table child, SuperTable superTable) {
        return new TableChange.ChildCreated(child, superTable.tags(), child.tags());
    }

    /** Under the lock of the schema. */
    private @Nullable Table add(TableSchema schema, Instant now) {
        SuperTable parent = schema.superTable();
        if (parent != null && parent.tags().size() != schema.tags().size()) {
            throw SqlException.notSupported("Creating a table while the tags of its super table change");
        }
        boolean orphan = parent != null && superTables.get(parent.name()) != parent;
        if (orphan || isTaken(schema.name())) {
            return null;
        }
        Table table = new Table(this, schema, nextTableId++, now, vgroupOf(schema.name()));
        tables.put(schema.name(), table);
        if (parent != null) {
            parent.add(table);
        }
        return table;
    }

    private void log(TableChange change) {
        vgroups.forEach(vgroup -> vgroup.log(change));
    }

    /** In a database that was dropped meanwhile no name is free. */
    private boolean isTaken(String anyTable) {
        return dropped || superTables.containsKey(anyTable) || tables.containsKey(anyTable);
    }

    /**
     * Changes the columns of a super table, and with them those of its child tables.
     *
     * @param change runs alone among the changes of the schema; what it throws changes nothing
     * @throws SqlException 0x2603 if the super table was dropped meanwhile
     */
    public void alterColumns(SuperTable superTable, UnaryOperator<Columns> change) {
        synchronized (schemaLock) {
            require(superTables.get(superTable.name()) == superTable);
            Columns before = superTable.columns();
            Columns changed = change.apply(before);
            superTable.setColumns(changed);
            log(new TableChange.SuperTableAltered(
                    superTable, TableChange.Member.COLUMN, ColumnChange.between(before, changed)));
        }
    }

    /** Changes the tags of a super table as {@link #alterColumns(SuperTable, UnaryOperator)} does its columns. */
    public void alterTags(SuperTable superTable, UnaryOperator<Columns> change) {
        synchronized (schemaLock) {
            require(superTables.get(superTable.name()) == superTable);
            Columns before = superTable.tags();
            Columns changed = change.apply(before);
            superTable.setTags(changed);
            superTable.children().forEach(child -> child.followTags(changed));
            log(new TableChange.SuperTableAltered(
                    superTable, TableChange.Member.TAG, ColumnChange.between(before, changed)));
        }
    }

    /** Changes the columns of a normal table as {@link #alterColumns(SuperTable, UnaryOperator)} does. */
    public void alterColumns(Table table, UnaryOperator<Columns> change) {
        synchronized (schemaLock) {
            require(tables.get(table.name()) == table);
            Columns before = table.columns();
            Columns changed = change.apply(before);
            table.setColumns(changed);
            table.vgroup().log(new TableChange.TableAltered(table, ColumnChange.between(before, changed)));
        }
    }

    /**
     * Changes values of a child table's tags, all at once.
     *
     * @param known the super table's tags that the values belong to
     * @param values new ones for some of these tags
     */
    public void alterTagValues(Table table, Columns known, List<TableChange.TagValue> values) {
        synchronized (schemaLock) {
            require(tables.get(table.name()) == table);
            SuperTable parent = table.superTable();
            require(parent != null && parent.tags().indexesIn(known) == null);
            List<@Nullable Object> changed = new ArrayList<>(table.tags());
            values.forEach(value -> changed.set(known.indexOf(value.tag().name()), value.value()));
            table.setTags(new TagValues(known, changed));
            table.vgroup().log(new TableChange.TagsSet(table, List.copyOf(values)));
        }
    }

    private static void require(boolean stillThere) {
        if (!stillThere) {
            throw Scope.noTable();
        }
    }

    /** Removes a child or normal table with its rows. */
    public void drop(Table table) {
        synchronized (schemaLock) {
            if (!tables.remove(table.name(), table)) {
                return;
            }
            SuperTable parent = table.superTable();
            if (parent != null) {
                parent.remove(table);
            }
            table.vgroup().drop(table);
        }
    }

    /** Removes a super table with its child tables. */
    public void drop(SuperTable superTable) {
        synchronized (schemaLock) {
            if (superTables.remove(superTable.name(), superTable)) {
                for (Table child : superTable.children()) {
                    tables.remove(child.name(), child);
                    superTable.remove(child);
                    child.vgroup().dropWithSuperTable(child);
                }
                log(new TableChange.SuperTableDropped(superTable));
            }
        }
    }

    /** Ends every table, for a database that is dropped. */
    void drop() {
        synchronized (schemaLock) {
            tables().forEach(this::drop);
            superTables.clear();
            dropped = true;
        }
    }

    /** The vgroup that a table of this name belongs to, whether there is one or not. */
    public VGroup vgroupOf(String table) {
        CRC32 hash = new CRC32();
        hash.update((name + "." + table).getBytes(StandardCharsets.UTF_8));
        return vgroups.get((int) (hash.getValue() % vgroups.size()));
    }
}
