// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Result;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Up to two lanes for one statement, so that the server executes what one has bound while the other's rows arrive. The second
 * is opened when it is needed first, unless that would be in another database. Confined to one thread.
 */
final class Lanes {

    private static final int MOST_LANES = 2;

    private final Prepared origin;
    private final Statements statements;
    private final List<Lane> lanes = new ArrayList<>(MOST_LANES);

    Lanes(Prepared first, Statements statements) {
        this.origin = first;
        this.statements = statements;
        lanes.add(new Lane(first, statements, first));
    }

    /** Begins an execution as soon as a lane is free; the execution fails if none is by its deadline. */
    CompletableFuture<Long> execute(BindFrame frame, Deadline deadline) {
        Lane free;
        try {
            free = free(deadline);
        } catch (TdengineException e) {
            return CompletableFuture.failedFuture(e);
        }
        return free.execute(frame, deadline);
    }

    private Lane free(Deadline deadline) {
        for (Lane lane : lanes) {
            if (lane.last().isDone()) {
                return lane;
            }
        }
        if (lanes.size() < MOST_LANES && statements.canOpenLike(origin)) {
            lanes.add(new Lane(origin, statements, null));
            return lanes.get(lanes.size() - 1);
        }
        awaitOne(deadline);
        return free(deadline);
    }

    private void awaitOne(Deadline deadline) {
        CompletableFuture<Boolean> one = new CompletableFuture<>();
        for (Lane lane : lanes) {
            CompletableFuture<Long> unused = lane.last().whenComplete((rows, failure) -> one.complete(true));
        }
        try {
            boolean unused = deadline.await(one, "an execution");
        } catch (TimeoutException e) {
            throw new TdengineTimeoutException(0, "the executions before did not end within " + deadline, 0, null);
        }
    }

    Result query(BindFrame parameters, long requestId) {
        return lanes.get(0).query(parameters, requestId);
    }

    /** Gives the statements up, each when its execution is over. */
    void release(boolean reusable) {
        lanes.forEach(lane -> lane.release(reusable));
    }
}
