// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * A share of a database's tables with one append-only log, in which the versions 0, 1, 2 … are the offsets of topics.
 *
 * <p>Thread-safe: one lock orders the writes and guards the log. Listeners are called without it.
 */
public final class VGroup {

    private final int id;
    private final MemoryBudget memory;
    private final Object lock = new Object();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    // Guarded by lock.
    private final VgroupLog log;

    /** A vgroup without tables and with an empty log. */
    VGroup(int id, Retention retention, MemoryBudget memory) {
        this.id = id;
        this.memory = memory;
        this.log = new VgroupLog(retention);
    }

    /** Its number, unlike that of every other vgroup this server ever had. */
    public int id() {
        return id;
    }

    /** The version of the oldest entry that is still there. */
    public long begin() {
        synchronized (lock) {
            return log.begin();
        }
    }

    /** One more than the version of the newest entry. */
    public long end() {
        synchronized (lock) {
            return log.end();
        }
    }

    /**
     * The entries from a version on, oldest first.
     *
     * @param from a version; of one before {@link #begin()} the reading starts there
     * @param max the most entries to return
     */
    public List<LogEntry> read(long from, int max) {
        synchronized (lock) {
            return log.read(from, max);
        }
    }

    /** Forgets all entries of the log, so that its begin is where its end is. */
    public void forgetLog() {
        synchronized (lock) {
            log.clear();
        }
    }

    /** Has {@code listener} called after each append, on the writing thread; it must be quick and must not wait. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Writes rows to a table of this vgroup and to the log.
     *
     * @return false if the table has been dropped meanwhile, and then nothing is written
     * @throws io.tdspring.embedded.sql.SqlException 0x0102 if there is no memory for them
     */
    public boolean write(Table table, RowBatch rows) {
        synchronized (lock) {
            if (table.isDropped()) {
                return false;
            }
            apply(table, rows);
            log.append(new LogEntry.RowsWritten(log.end(), table, rows, table.takeCreation()));
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    private void apply(Table table, RowBatch rows) {
        if (!memory.isLimited()) {
            table.apply(rows);
            return;
        }
        long bytes = rows.bytes();
        memory.take(bytes);
        int added = table.apply(rows);
        // What was overwritten takes no more than before, about.
        long kept = bytes * added / Math.max(1, rows.count());
        memory.giveBack(bytes - kept);
        table.setTakenBytes(table.takenBytes() + kept);
    }

    private void giveBack(Table table, long bytes) {
        memory.giveBack(bytes);
        table.setTakenBytes(table.takenBytes() - bytes);
    }

    /** Logs a change of tables. */
    void log(TableChange change) {
        synchronized (lock) {
            append(change);
        }
        listeners.forEach(Runnable::run);
    }

    private void append(TableChange change) {
        log.append(new LogEntry.TablesChanged(log.end(), change));
    }

    /** Has the log tell of a table's creation together with its first rows. */
    void announceWithRows(Table table, TableChange.ChildCreated change) {
        synchronized (lock) {
            table.announceWithRows(change);
        }
    }

    /** Marks a table as dropped; a write that is under way comes before or not at all. */
    void drop(Table table) {
        synchronized (lock) {
            markDropped(table);
            append(new TableChange.TableDropped(table));
        }
        listeners.forEach(Runnable::run);
    }

    /** Marks a table as dropped with its super table, which is what the log tells. */
    void dropWithSuperTable(Table table) {
        synchronized (lock) {
            markDropped(table);
        }
    }

    private void markDropped(Table table) {
        table.markDropped();
        giveBack(table, table.takenBytes());
    }

    /**
     * Removes the rows of a table from one timestamp to another, both included, which takes a version, too.
     *
     * @return how many there were
     */
    public int delete(Table table, long first, long last) {
        int deleted;
        synchronized (lock) {
            if (table.isDropped()) {
                return 0;
            }
            long before = table.takenBytes() == 0 ? 1 : Math.max(1, table.rows().count());
            deleted = table.delete(first, last);
            giveBack(table, table.takenBytes() * deleted / before);
            append(new TableChange.RowsDeleted(table, table.columns().get(0).name(), first, last));
        }
        listeners.forEach(Runnable::run);
        return deleted;
    }
}
