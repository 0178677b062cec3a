// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.LogEntry;
import io.tdspring.embedded.store.TableChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery takes of the log: either rows, of which those of new tables bring the creation along, or changes of
 * tables, of which there is more than one only if the consumer wants batches.
 *
 * <p>Confined to one poll.
 */
final class Gathering {

    /** Of rows or changes in one delivery: it ends with the log entry that reaches this. */
    private static final int ENOUGH = 4096;

    private final TopicQuery query;
    private final boolean batches;
    private final List<DeliveredBlock> blocks = new ArrayList<>();
    private final List<TableChange> changes = new ArrayList<>();
    private int rows;
    private boolean batch;

    Gathering(TopicQuery query, boolean batches) {
        this.query = query;
        this.batches = batches;
    }

    boolean isEmpty() {
        return blocks.isEmpty() && changes.isEmpty();
    }

    int rows() {
        return rows;
    }

    /** Whether the next entry belongs to another delivery whatever it is. */
    boolean isFull() {
        return rows >= ENOUGH || changes.size() >= ENOUGH || (blocks.isEmpty() && !changes.isEmpty() && !batches);
    }

    /** Takes an entry, which may give nothing; false if it belongs to the next delivery. */
    boolean take(LogEntry entry) {
        if (entry instanceof LogEntry.TablesChanged changed) {
            return !query.tells(changed.change()) || takeChange(changed.change(), batches);
        }
        return !(entry instanceof LogEntry.RowsWritten written) || takeRows(written);
    }

    private boolean takeChange(TableChange change, boolean asBatch) {
        if (!blocks.isEmpty()) {
            return false;
        }
        changes.add(change);
        batch = asBatch;
        return true;
    }

    private boolean takeRows(LogEntry.RowsWritten written) {
        // Rows of tables dropped before they are read are not delivered by a real server either.
        if (written.table().isDropped()) {
            return true;
        }
        TableChange created = written.created();
        boolean tellsCreation = created != null && query.tells(created);
        DeliveredBlock block = query.apply(written.table(), written.rows());
        if (block == null) {
            // A creation on the way comes as a batch even if it is alone.
            return created == null || !tellsCreation || takeChange(created, true);
        }
        if (blocks.isEmpty() && !changes.isEmpty()) {
            return false;
        }
        add(block, tellsCreation ? created : null);
        return true;
    }

    private void add(DeliveredBlock block, @Nullable TableChange created) {
        blocks.add(block);
        rows += block.rows().size();
        if (created != null) {
            changes.add(created);
        }
    }

    List<DeliveredBlock> blocks() {
        return blocks;
    }

    DeliveredChanges changes() {
        return changes.isEmpty() ? DeliveredChanges.NONE : new DeliveredChanges(changes, batch);
    }
}
