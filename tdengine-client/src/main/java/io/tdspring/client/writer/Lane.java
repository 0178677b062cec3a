// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The batches of some tables: at most one open for rows, those that are to be sent, and at most one under way. */
final class Lane {

    /** Signalled when there may be something to send. */
    final Condition work;

    @Nullable
    Batch open;

    @Nullable
    Batch underWay;

    private final Deque<Batch> ready = new ArrayDeque<>();

    Lane(Condition work) {
        this.work = work;
    }

    /** The batch that takes rows. */
    Batch open(int tags, LongSupplier nanoTime) {
        Batch batch = open == null ? new Batch(tags, nanoTime.getAsLong()) : open;
        open = batch;
        return batch;
    }

    /** Has the open batch take no more rows. */
    void closeOpen() {
        if (open != null) {
            ready.add(open);
            open = null;
        }
    }

    /** The next batch that is due, if none is under way. */
    @Nullable
    Batch poll(WriterLimits limits, long now, boolean atOnce) {
        if (underWay != null) {
            return null;
        }
        if (ready.isEmpty() && open != null && (atOnce || now - open.begun() >= limits.lingerNanos())) {
            closeOpen();
        }
        underWay = ready.poll();
        return underWay;
    }

    /** What is neither acknowledged nor failed. */
    List<Batch> pending() {
        List<Batch> pending = new ArrayList<>(ready);
        if (underWay != null) {
            pending.add(underWay);
        }
        if (open != null) {
            pending.add(open);
        }
        return pending;
    }
}
