// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.client.stmt.Prepared;
import io.tdspring.client.stmt.RowValues;
import io.tdspring.client.stmt.Statements;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.writer.LaneRunner.Sending;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.WireValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the background: they are collected by table into frames, which are sent without those who append having to
 * wait for the server. Safe for use by many threads. Close it before its client.
 *
 * <pre>{@code
 * WriterOptions options = WriterOptions.into("power", "meters")
 *         .tags("groupid", "location")
 *         .columns("ts", "current", "voltage")
 *         .build();
 * try (TdengineWriter writer = client.newWriter(options)) {
 *     WriterRow row = writer.newRow();
 *     row.table("d1001").setLong(0, 2).setString(1, "California.SanFrancisco");
 *     row.setInstant(2, time).setFloat(3, 10.3f).setLong(4, 219).append();
 * }
 * }</pre>
 *
 * <p>A row is acknowledged when the server has written its frame. A frame that fails in a way that may pass, or whose
 * connection ends, is sent again, on whatever endpoint works, until the delivery timeout: so nothing that was acknowledged is
 * lost with an endpoint, and a row may be written twice, which changes nothing since TDengine keeps one row for a table and
 * timestamp. If the server refuses a frame for good, all its rows fail with its exception.
 *
 * <p>Rows of one table are sent in the order in which they were appended, a frame only when the one before it has been
 * acknowledged or given up. One thing remains: a server that is cut off in the middle of a frame, and carries it out later
 * than another server the frames that came after, leaves the older of two rows with the same timestamp.
 */
public final class TdengineWriter implements AutoCloseable {

    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final WriterOptions options;
    private final List<StatementField> fields;
    private final Accumulator accumulator;
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Begins with the threads that send.
     *
     * @param fields as the server has them, the table's name first
     */
    TdengineWriter(
            WriterOptions options,
            List<StatementField> fields,
            Supplier<FrameSender> senders,
            Duration requestTimeout) {
        this.options = options;
        this.fields = List.copyOf(fields.subList(1, fields.size()));
        int lanes = options.delivery().framesInFlight();
        this.accumulator = new Accumulator(options.limits(), options.primary(), lanes, System::nanoTime);
        Sending sending = new Sending(options.delivery(), requestTimeout);
        for (int i = 0; i < lanes; i++) {
            Thread thread = new Thread(
                    new LaneRunner(i, accumulator, senders.get(), sending, givenUp), "tdengine-writer-" + (i + 1));
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /**
     * As {@code TdengineClient.newWriter}.
     *
     * @param database where the super table is unless the options say so; null if nobody does
     * @param requestTimeout for each try to send a frame
     */
    public static TdengineWriter open(
            WriterOptions options, @Nullable String database, Statements statements, Duration requestTimeout) {
        Prepared prepared = statements.open(options.sql(database));
        statements.giveBack(prepared);
        return new TdengineWriter(
                options, prepared.fields(), () -> new StatementSender(statements, prepared), requestTimeout);
    }

    /** The index of a tag or column. */
    public int index(String name) {
        int index = options.names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(name + " is neither a tag nor a column of this writer");
        }
        return index;
    }

    /** A row for the use of one thread. */
    public WriterRow newRow() {
        return new WriterRow(this, new RowValues(fields, options.primary()));
    }

    CompletionStage<Void> append(String table, List<WireValues> row) {
        if (table.isEmpty()) {
            throw new TdengineStatementException("the row has no table", null);
        }
        return accumulator.append(table, row, options.whenFull());
    }

    /** As {@link #flush(Duration)}, with the delivery timeout. */
    public void flush() {
        flush(options.delivery().timeout());
    }

    /**
     * Sends what has been appended without lingering, and waits until all of it is acknowledged or has failed.
     *
     * @throws TdengineTimeoutException if that takes longer
     */
    public void flush(Duration timeout) {
        try {
            if (!accumulator.flush(Deadline.after(timeout))) {
                throw new TdengineTimeoutException("not all rows were acknowledged within " + timeout, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TdengineException("interrupted while flushing the writer", e);
        }
    }

    public WriterCounters counters() {
        return accumulator.counters();
    }

    /** As {@link #close(Duration)}, with the delivery timeout. */
    @Override
    public void close() {
        close(options.delivery().timeout());
    }

    /**
     * Takes no more rows, sends those that are there, and fails what is not acknowledged in time with a {@link
     * TdengineTimeoutException}; whether that has been written is not known. Idempotent.
     */
    public void close(Duration timeout) {
        accumulator.close();
        boolean inTime = joinAll(Deadline.after(timeout));
        givenUp.countDown();
        if (!inTime) {
            threads.forEach(Thread::interrupt);
            boolean unused = joinAll(Deadline.after(LAST_MOMENT));
        }
    }

    private boolean joinAll(Deadline deadline) {
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, deadline.remaining().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
