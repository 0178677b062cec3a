// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.ConnectionLease;
import io.tdspring.client.transport.SessionState;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lease of a pool's connection, which is counted until it is closed. Thread-safe. */
public final class Lease implements ConnectionLease {

    private final ConnectionPool pool;
    private final PooledConnection pooled;
    private final AtomicBoolean over = new AtomicBoolean();

    Lease(ConnectionPool pool, PooledConnection pooled) {
        this.pool = pool;
        this.pooled = pooled;
    }

    @Override
    public Connection connection() {
        return pooled.connection();
    }

    @Override
    public SessionState state() {
        return pooled.state();
    }

    PooledConnection pooled() {
        return pooled;
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            pool.giveBack(pooled);
        }
    }
}
