// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.error.TdengineStatementException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.WireValues;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are bound and not yet executed. Rows that come one by one are collected for as long as they go to the same
 * table, and then written to a frame; columns are written at once. Confined to one thread.
 */
final class Batch {

    private final List<@Nullable Slot> slots;
    private final Position position;
    private final FilledFrames frames;
    private final boolean isNamed;
    private String name = "";
    private String tableName = "";
    private boolean hasTable;
    private int rowsOfRun;
    private long rows;

    /**
     * @param slots one for each placeholder, null for the table's name
     */
    Batch(List<@Nullable Slot> slots, Position position, FramePool frames, int maxFrameBytes) {
        this.slots = slots;
        this.position = position;
        this.frames = new FilledFrames(frames, maxFrameBytes);
        this.isNamed = slots.contains(null);
    }

    /** The placeholder at this index; null if it is the table's name. */
    @Nullable
    Slot slot(int index) {
        return slots.get(index);
    }

    /** Room for a value of the row that is being bound. */
    WireValues room(Slot slot) {
        return slot.room(rowsOfRun);
    }

    /** The table that the next rows go to. */
    void name(String table) {
        if (table.isEmpty() || !table.equals(name)) {
            TableName.require(table);
        }
        name = table;
        position.table(table);
    }

    /** Ends a row, of which every column has been set, and for a new table every tag. */
    void addRow() {
        requireTable();
        requireAllSet();
        if (isOtherTable()) {
            turn();
        }
        for (Slot slot : slots) {
            if (slot != null) {
                slot.forgetNext();
            }
        }
        rowsOfRun++;
        rows++;
        position.row(rows);
        if (pendingBytes() >= frames.limit()) {
            flush();
        }
    }

    private boolean isOtherTable() {
        return !hasTable || !name.equals(tableName);
    }

    private void requireTable() {
        if (isNamed && name.isEmpty()) {
            throw new TdengineStatementException("row " + rows + " has no table name", null);
        }
    }

    private void requireAllSet() {
        for (Slot slot : slots) {
            if (slot != null && !slot.isSet(rowsOfRun) && (!slot.isTag() || isOtherTable())) {
                throw position.refused(slot.name(), "no value has been set");
            }
        }
    }

    /** Makes the table of the last row the current one. */
    private void turn() {
        if (rowsOfRun > 0) {
            forEach(Slot::putAside);
            flush();
            forEach(Slot::bringBack);
        }
        forEach(Slot::turn);
        tableName = name;
        hasTable = true;
    }

    private void forEach(Consumer<Slot> action) {
        for (Slot slot : slots) {
            if (slot != null) {
                action.accept(slot);
            }
        }
    }

    /** Adds the first rows of the columns that have been set; if one is refused, nothing stays bound. */
    void addRows(int count) {
        try {
            requireTable();
            requireSources(count);
            flush();
            if (isOtherTable()) {
                turn();
            }
            for (int from = 0; from < count; ) {
                from += addChunk(from, count - from);
            }
            forEach(Slot::forgetRows);
            forEach(Slot::forgetNext);
            rows += count;
            position.row(rows);
        } catch (RuntimeException e) {
            clear();
            throw e;
        }
    }

    private void requireSources(int count) {
        for (Slot slot : slots) {
            if (slot == null) {
                continue;
            }
            ColumnSource source = slot.source();
            if (slot.isTag() ? isOtherTable() && !slot.isSet(0) : source == null) {
                throw position.refused(slot.name(), "no values have been set");
            }
            if (source != null && source.length() < count) {
                throw position.refused(slot.name(), "the column has " + source.length() + " rows of " + count);
            }
        }
    }

    /** The rows of the columns that have been set; if they differ, nothing stays bound. */
    int rowsOfColumns() {
        int count = -1;
        for (Slot slot : slots) {
            ColumnSource source = slot == null ? null : slot.source();
            if (slot != null && source != null) {
                if (count >= 0 && source.length() != count) {
                    String why = "the column has " + source.length() + " rows, and another one " + count;
                    TdengineStatementException refused = position.refused(slot.name(), why);
                    clear();
                    throw refused;
                }
                count = source.length();
            }
        }
        return Math.max(0, count);
    }

    /** Adds as many of these rows as fit a frame. */
    private int addChunk(int from, int most) {
        int count = most;
        while (count > 1 && mostBytes(from, count) > frames.limit()) {
            count /= 2;
        }
        BindFrame target = frames.roomFor(mostBytes(from, count));
        target.beginTable(tableName, count);
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot != null) {
                WireValues out = target.values(i, slot.values().type());
                ColumnSource source = slot.source();
                if (slot.isTag() || source == null) {
                    out.copy(slot.values());
                } else {
                    source.addTo(slot.binder(), out, from, count);
                }
            }
        }
        target.endTable();
        return count;
    }

    private long mostBytes(int from, int count) {
        long bytes = 0;
        for (Slot slot : slots) {
            ColumnSource source = slot == null ? null : slot.source();
            if (slot != null && source != null) {
                bytes += source.mostBytes(slot.binder(), from, count);
            }
        }
        return bytes;
    }

    /** Writes the rows that were collected to a frame; a row that has been begun and not ended is forgotten. */
    private void flush() {
        if (rowsOfRun > 0) {
            forEach(slot -> slot.keep(rowsOfRun));
            BindFrame target = frames.roomFor(pendingBytes());
            target.beginTable(tableName, rowsOfRun);
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                if (slot != null) {
                    target.values(i, slot.values().type()).copy(slot.values());
                }
            }
            target.endTable();
            for (Slot slot : slots) {
                if (slot != null && !slot.isTag()) {
                    slot.values().truncate(0);
                }
            }
            rowsOfRun = 0;
        }
    }

    private int pendingBytes() {
        int bytes = 0;
        for (Slot slot : slots) {
            bytes += slot == null ? 0 : slot.values().bytes();
        }
        return bytes;
    }

    long rows() {
        return rows;
    }

    /** Hands over all that is bound, in frames; nothing stays bound. */
    List<BindFrame> take() {
        flush();
        List<BindFrame> taken = frames.take();
        clear();
        return taken;
    }

    /** Forgets all that is bound. */
    void clear() {
        frames.clear();
        forEach(Slot::clear);
        hasTable = false;
        name = "";
        tableName = "";
        rowsOfRun = 0;
        rows = 0;
        position.table("");
        position.row(0);
    }
}
