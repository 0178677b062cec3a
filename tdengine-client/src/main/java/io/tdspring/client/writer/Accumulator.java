// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.WireValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows into batches. A table belongs to one of several lanes, each of which has one batch under way at a time: so
 * the rows of a table are sent in their order. Thread-safe.
 */
final class Accumulator {

    private final WriterLimits limits;
    private final int tags;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final List<Lane> lanes = new ArrayList<>(); // their content is guarded by lock
    private WriterCounters counters = new WriterCounters(0, 0, 0, 0, 0, 0); // guarded by lock
    private long rowsAppended; // guarded by lock
    private long bytes; // guarded by lock
    private boolean closed; // guarded by lock

    /**
     * @param tags how many of the values of a row are tags
     */
    Accumulator(WriterLimits limits, int tags, int laneCount, LongSupplier nanoTime) {
        this.limits = limits;
        this.tags = tags;
        this.nanoTime = nanoTime;
        for (int i = 0; i < laneCount; i++) {
            lanes.add(new Lane(lock.newCondition()));
        }
    }

    /**
     * Takes a row.
     *
     * @return ends with the batch that the row is in
     * @throws TdengineTimeoutException if there is no room in time
     * @throws IllegalStateException if closed
     */
    CompletionStage<Void> append(String table, List<WireValues> row, WhenFull policy) {
        lock.lock();
        try {
            awaitRoom(policy);
            Lane lane = lanes.get(Math.floorMod(table.hashCode(), lanes.size()));
            boolean isFirst = lane.open == null;
            Batch batch = lane.open(tags, nanoTime);
            bytes += batch.add(table, row);
            rowsAppended++;
            boolean isFull = batch.isFull(limits);
            if (isFull) {
                lane.closeOpen();
            }
            if (isFirst || isFull) {
                lane.work.signal();
            }
            return batch.completion();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom(WhenFull policy) {
        requireOpen();
        if (bytes < limits.bufferBytes()) {
            return;
        }
        closeAll();
        long nanos = policy.patience().toNanos();
        while (bytes >= limits.bufferBytes()) {
            if (nanos <= 0) {
                throw new TdengineTimeoutException(
                        "the writer's memory of " + limits.bufferBytes() + " bytes is full", null);
            }
            try {
                nanos = room.awaitNanos(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TdengineException("interrupted while waiting for room in the writer's memory", e);
            }
            requireOpen();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the writer is closed");
        }
    }

    private void closeAll() {
        for (Lane lane : lanes) {
            lane.closeOpen();
            lane.work.signal();
        }
    }

    /** The next batch of a lane if one is due, which is under way from now on until {@link #done}. */
    @Nullable
    Batch poll(int lane) {
        lock.lock();
        try {
            return lanes.get(lane).poll(limits, nanoTime.getAsLong(), closed);
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #poll}, but waits for one; null if none will come any more. */
    @Nullable
    Batch await(int index) throws InterruptedException {
        lock.lock();
        try {
            Lane lane = lanes.get(index);
            while (true) {
                Batch due = lane.poll(limits, nanoTime.getAsLong(), closed);
                if (due != null || closed) {
                    return due;
                }
                Batch open = lane.open;
                if (open == null) {
                    lane.work.await();
                } else {
                    long unused = lane.work.awaitNanos(limits.lingerNanos() - (nanoTime.getAsLong() - open.begun()));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Frees the memory of a batch and counts it; then it may be completed. */
    void done(int lane, Batch batch, boolean acknowledged, int retries) {
        lock.lock();
        try {
            lanes.get(lane).underWay = null;
            bytes -= batch.memory();
            counters = new WriterCounters(
                    0,
                    counters.rowsAcknowledged() + (acknowledged ? batch.rows() : 0),
                    counters.rowsFailed() + (acknowledged ? 0 : batch.rows()),
                    counters.frames() + (acknowledged ? 1 : 0),
                    counters.retries() + retries,
                    0);
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets all rows go that are there, and waits until they are acknowledged or have failed.
     *
     * @return false if the deadline comes before
     */
    boolean flush(Deadline deadline) throws InterruptedException {
        CompletableFuture<?>[] ends;
        lock.lock();
        try {
            closeAll();
            ends = lanes.stream()
                    .flatMap(lane -> lane.pending().stream())
                    .map(Batch::end)
                    .toArray(CompletableFuture<?>[]::new);
        } finally {
            lock.unlock();
        }
        CompletableFuture<Boolean> all = CompletableFuture.allOf(ends).handle((nothing, failure) -> true);
        try {
            return all.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
            return false;
        }
    }

    /** Takes no more rows, and has those that are there go at once. */
    void close() {
        lock.lock();
        try {
            closed = true;
            closeAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    WriterCounters counters() {
        lock.lock();
        try {
            return new WriterCounters(
                    rowsAppended,
                    counters.rowsAcknowledged(),
                    counters.rowsFailed(),
                    counters.frames(),
                    counters.retries(),
                    bytes);
        } finally {
            lock.unlock();
        }
    }
}
