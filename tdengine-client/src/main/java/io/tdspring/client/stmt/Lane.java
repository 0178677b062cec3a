// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.Result;
import io.tdspring.error.TdengineException;
import io.tdspring.protocol.stmt.BindFrame;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one execution at a time on a server's statement, which it replaces when it has failed: before the next execution, and
 * at once if the server asks for it or the statement has become stale.
 *
 * <p>Used by one thread, and until an execution is over by the thread that goes on with it.
 */
final class Lane {

    /** "Retry needed": nothing was done, and a new statement will do. */
    private static final int RETRY_NEEDED = 0x0125;
    /** The super table is no longer the one for which the statement was prepared. */
    private static final int UNKNOWN_TABLE = 0x2603;

    private static final int CHANGED_TABLE = 0x061b;

    private static final int MOST_REPETITIONS = 5;

    private final Prepared origin;
    private final Statements statements;
    private @Nullable Prepared prepared;
    private boolean isFresh;
    private boolean hasFailed;
    private CompletableFuture<Long> last = CompletableFuture.completedFuture(0L);

    /**
     * @param origin what the statements of this lane are like
     * @param prepared the first of them, null if it is to be opened when it is needed
     */
    Lane(Prepared origin, Statements statements, @Nullable Prepared prepared) {
        this.origin = origin;
        this.statements = statements;
        this.prepared = prepared;
    }

    /** An execution and how often it has been repeated. */
    private record Execution(BindFrame frame, Deadline deadline, CompletableFuture<Long> outcome, int repetitions) {

        Execution again() {
            return new Execution(frame, deadline, outcome, repetitions + 1);
        }
    }

    /** The execution under way, or the one before. */
    CompletableFuture<Long> last() {
        return last;
    }

    /** Begins an execution; the one before must be over. The frame must stay as it is until this one is. */
    CompletableFuture<Long> execute(BindFrame frame, Deadline deadline) {
        last = new CompletableFuture<>();
        try {
            begin(new Execution(frame, deadline, last, 0));
        } catch (RuntimeException e) {
            last.completeExceptionally(e);
            throw e;
        }
        return last;
    }

    private void begin(Execution execution) {
        try {
            CompletableFuture<Long> unused = open(execution.deadline)
                    .statement()
                    .execute(execution.frame, execution.deadline)
                    .whenComplete((rows, failure) -> end(execution, rows, failure));
        } catch (TdengineException e) {
            end(execution, null, e);
        }
    }

    private Prepared open(Deadline deadline) {
        Prepared open = prepared;
        if (open != null && open.statement().isUsable()) {
            isFresh = false;
            return open;
        }
        if (open != null) {
            drop();
        }
        // What was kept may have become stale as well.
        isFresh = hasFailed;
        open = hasFailed ? statements.openAnewLike(origin, deadline) : statements.openLike(origin, deadline);
        prepared = open;
        return open;
    }

    private void drop() {
        hasFailed = true;
        if (prepared != null) {
            prepared.close();
            prepared = null;
        }
    }

    private void end(Execution execution, @Nullable Long rows, @Nullable Throwable failure) {
        if (failure == null && rows != null) {
            execution.outcome.complete(rows);
        } else if (failure != null) {
            drop();
            repeat(execution, failure);
        }
    }

    private void repeat(Execution execution, Throwable failure) {
        if (!isWorthRepeating(failure, execution.repetitions) || execution.deadline.isOver()) {
            execution.outcome.completeExceptionally(failure);
            return;
        }
        try {
            statements.threads().execute(() -> beginAgain(execution.again()));
        } catch (RejectedExecutionException e) {
            execution.outcome.completeExceptionally(failure);
        }
    }

    private void beginAgain(Execution execution) {
        try {
            begin(execution);
        } catch (RuntimeException e) {
            // Such as that the client has been closed.
            execution.outcome.completeExceptionally(e);
        }
    }

    private boolean isWorthRepeating(Throwable failure, int repetitions) {
        if (failure instanceof RequestNotSentException) {
            return repetitions == 0;
        }
        int code = failure instanceof TdengineException e ? e.code() : 0;
        boolean isStale = !isFresh && (code == UNKNOWN_TABLE || code == CHANGED_TABLE);
        return isStale || (code == RETRY_NEEDED && repetitions < MOST_REPETITIONS);
    }

    /** Runs a query; the execution before must be over, and its result closed. */
    Result query(BindFrame parameters, long requestId) {
        Deadline deadline = statements.deadline();
        for (int repetitions = 0; ; repetitions++) {
            try {
                return open(deadline).statement().query(parameters, requestId, statements.timeout());
            } catch (TdengineException e) {
                drop();
                if (!isWorthRepeating(e, repetitions)) {
                    throw e;
                }
            }
        }
    }

    /** Gives the statement up when it is idle: for others, or for good. */
    void release(boolean reusable) {
        CompletableFuture<Long> unused = last.whenComplete((rows, failure) -> {
            Prepared spare = prepared;
            prepared = null;
            if (spare != null && reusable) {
                statements.giveBack(spare);
            } else if (spare != null) {
                spare.close();
            }
        });
    }
}
