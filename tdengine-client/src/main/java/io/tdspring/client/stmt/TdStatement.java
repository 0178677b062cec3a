// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestIds;
import io.tdspring.client.transport.Result;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement. Every {@code ?} of its text has an index, from 0 in the order of the text, also those of a table name
 * and of tags:
 *
 * <pre>{@code
 * insert into meters_7 values (?, ?)                          columns
 * insert into ? using meters tags (?) values (?, ?)           table name, tag, columns
 * insert into meters (tbname, location, ts, v) values (?, ?, ?, ?)
 * insert into ? values (?, ?)                                 table name, columns; the table exists
 * select * from meters where ts > ? and v < ?                 parameters
 * }</pre>
 *
 * <p>Rows are bound one by one, every column set and then {@link #addRow}; or as columns, every column set from an array or
 * list and then {@link #addRows()}. Table name and tags stay for the rows that follow, until the table changes; TDengine
 * heeds tags only when it makes the table. {@link #execute} sends all rows bound since the last one, and nothing stays bound
 * afterwards, whether it succeeds or not.
 *
 * <pre>{@code
 * try (TdStatement insert = client.prepare("insert into ? using meters tags (?) values (?, ?)")) {
 *     insert.setString(0, "meter_7").setString(1, "Berlin").setLongs(2, times).setFloats(3, values).addRows();
 *     insert.setString(0, "meter_8").setString(1, "Bonn").setInstant(2, now).setFloat(3, 1.5f).addRow();
 *     insert.execute();
 * }
 * }</pre>
 *
 * <p>Values are checked against the server's types before anything is sent: a value that a column cannot hold exactly is a
 * {@link TdengineStatementException} that names table, column and row, the row counted from 0 since the last execution. It is
 * not bound, and what was bound before stays; if {@link #addRows()} refuses a value, nothing stays bound. An integer may
 * go to a wider or narrower integer type that has room for it, a {@code float} to DOUBLE; there is no other conversion. An
 * {@link Instant} with a fraction of the column's unit is refused: truncate it first. The length of a BLOB and of JSON is the server's to
 * check.
 *
 * <p>A statement that was prepared in one database stays there. If the server asks for a retry, or the super table has been
 * dropped and made again, the statement is prepared anew and the execution repeated; that fails if the client has gone over to
 * another database, unless the text names the tables with theirs, or if the columns have other types now. Confined to one
 * thread at a time.
 */
public final class TdStatement extends Placeholders implements AutoCloseable {

    private final Statements statements;
    private final Lanes lanes;
    private @Nullable Result open;
    private volatile boolean hasFailed;
    private boolean isClosed;

    TdStatement(Prepared prepared, Statements statements) {
        super(prepared, statements);
        this.statements = statements;
        this.lanes = new Lanes(prepared, statements);
    }

    /** Ends a row of which every column has been set. */
    public TdStatement addRow() {
        requireInsert();
        binding().batch().addRow();
        return this;
    }

    /** Binds the rows of the columns that have been set, which must be of the same length. */
    public TdStatement addRows() {
        requireInsert();
        Batch batch = binding().batch();
        batch.addRows(batch.rowsOfColumns());
        return this;
    }

    /**
     * Binds the first rows of the columns that have been set, which must have as many.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public TdStatement addRows(int count) {
        requireInsert();
        if (count < 0) {
            throw new IllegalArgumentException("rows must not be negative: " + count);
        }
        binding().batch().addRows(count);
        return this;
    }

    /** Rows that are bound and not yet executed. */
    public long boundRows() {
        Binding bound = knownBinding();
        return bound == null ? 0 : bound.batch().rows();
    }

    /** Forgets all that is bound. */
    public TdStatement clear() {
        Binding bound = knownBinding();
        if (bound != null) {
            bound.batch().clear();
        }
        return this;
    }

    /**
     * Inserts the rows that are bound.
     *
     * @return the rows written
     * @throws TdengineStatementException if the server refuses them; of several frames some may have been written
     */
    public long execute() {
        Deadline deadline = statements.deadline();
        CompletableFuture<Long> rows = run(deadline);
        try {
            return deadline.withGrace().await(rows, "an execution");
        } catch (TimeoutException e) {
            throw new TdengineTimeoutException(0, "not executed within " + deadline, 0, null);
        }
    }

    /**
     * Inserts the rows that are bound, without waiting for the server; more can be bound at once. At most two executions are
     * under way: a third waits here until one of them is over.
     *
     * <p>Two executions may run side by side, on two statements of the server's, and it is open which of them is first: if
     * both have a row of the same table and timestamp, either may stay. Who needs an order waits for one before the next.
     *
     * @return the rows written; completed on a thread of the client's, by its deadline at the latest. Whatever keeps the rows
     *     from being written completes it exceptionally, also that no execution before was over by the deadline, or that this
     *     thread was interrupted while it waited for that
     * @throws IllegalStateException if the statement or its client is closed
     * @throws TdengineStatementException if this is a query
     */
    public CompletableFuture<Long> executeAsync() {
        // Who goes on from here must not hold up the thread that reads the socket.
        return run(statements.deadline()).whenCompleteAsync((rows, failure) -> {}, statements.threads());
    }

    private CompletableFuture<Long> run(Deadline deadline) {
        requireInsert();
        Binding bound = binding();
        CompletableFuture<Long> total = CompletableFuture.completedFuture(0L);
        for (BindFrame frame : bound.batch().take()) {
            CompletableFuture<Long> rows = lanes.execute(frame, deadline).whenComplete((count, failure) -> {
                if (failure != null) {
                    hasFailed = true;
                }
                bound.frames().giveBack(frame);
            });
            total = total.thenCombine(rows, Long::sum);
        }
        return total;
    }

    /** Runs the query with the parameters that are set; close its result. The result before is closed. */
    public Result query() {
        return query(RequestIds.next());
    }

    /**
     * As {@link #query()}, with a request id of one's own, by which the servers' logs can be searched.
     *
     * @param requestId not 0, unsigned, unique among the requests under way
     */
    public Result query(long requestId) {
        if (requestId == 0) {
            throw new IllegalArgumentException("a request id must not be 0");
        }
        if (isInsert()) {
            throw new TdengineStatementException("this is an INSERT, not a query", null);
        }
        closeResult();
        Batch batch = binding().batch();
        batch.addRow();
        BindFrame parameters = batch.take().get(0);
        try {
            Result result = lanes.query(parameters, requestId);
            open = result;
            return result;
        } finally {
            binding().frames().giveBack(parameters);
        }
    }

    private void closeResult() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    TdStatement self() {
        return this;
    }

    @Override
    void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the statement is closed");
        }
    }

    private void requireInsert() {
        if (!isInsert()) {
            throw new TdengineStatementException("this is a query, not an INSERT", null);
        }
    }

    /** Closes the result of a query. Executions under way go on. Idempotent. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            closeResult();
            // What the server said about the columns may be out of date if a value was refused.
            Binding bound = knownBinding();
            boolean isDoubtful = hasFailed || (bound != null && bound.position().hasRefused());
            lanes.release(!isDoubtful);
        }
    }
}
