// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.Failures;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The results of one connection that have not been read to their ends.
 *
 * <p>Thread-safe.
 */
public final class OpenResults {

    /** More than a client needs that frees what it has read. */
    private static final int MOST = 1024;

    private final Map<Long, OpenResult> results = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final int blockRows;
    private final LongAdder openOnServer;
    private volatile boolean ended;

    /** @param openOnServer counts the results of all connections */
    public OpenResults(int blockRows, LongAdder openOnServer) {
        this.blockRows = blockRows;
        this.openOnServer = openOnServer;
    }

    /**
     * Keeps a result under the next id; the first is 1.
     *
     * @throws io.tdspring.embedded.sql.SqlException if there are too many
     */
    OpenResult add(StatementResult.Rows rows) {
        if (results.size() >= MOST) {
            throw Failures.adapter(
                    "there are " + MOST + " open results on this connection, the most the embedded server keeps");
        }
        OpenResult result = new OpenResult(lastId.incrementAndGet(), rows, blockRows);
        results.put(result.id(), result);
        openOnServer.increment();
        if (ended) {
            free(result.id());
        }
        return result;
    }

    /**
     * The result of this id.
     *
     * @throws io.tdspring.embedded.sql.SqlException if there is none, or no more
     */
    OpenResult require(long id) {
        OpenResult result = results.get(id);
        if (result == null) {
            throw Failures.adapter("result is nil");
        }
        return result;
    }

    void free(long id) {
        if (results.remove(id) != null) {
            openOnServer.decrement();
        }
    }

    /** The connection has ended: no result is kept any more. */
    void freeAll() {
        ended = true;
        results.keySet().forEach(this::free);
    }
}
