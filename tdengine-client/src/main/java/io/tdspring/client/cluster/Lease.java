// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to use a connection, which stays open until the lease is closed unless it breaks. Others use it at the same
 * time. Thread-safe.
 */
public final class Lease implements AutoCloseable {

    private final ConnectionPool pool;
    private final PooledConnection pooled;
    private final AtomicBoolean over = new AtomicBoolean();

    Lease(ConnectionPool pool, PooledConnection pooled) {
        this.pool = pool;
        this.pooled = pooled;
    }

    public Connection connection() {
        return pooled.connection();
    }

    PooledConnection pooled() {
        return pooled;
    }

    /** Gives the connection back; idempotent, does not wait. */
    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            pool.giveBack(pooled);
        }
    }
}
