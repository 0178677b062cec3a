// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.cluster.Cluster;
import io.tdspring.client.cluster.PoolLimits;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Timeouts;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link TdengineSession} starts with: at first the database and time zone of its client. Confined to one thread. */
public final class TdengineSessionBuilder {

    private final Cluster cluster;
    private final Timeouts timeouts;
    private SessionState state;

    TdengineSessionBuilder(Cluster cluster, Timeouts timeouts, SessionState state) {
        this.cluster = cluster;
        this.timeouts = timeouts;
        this.state = state;
    }

    /** As {@link TdengineClientBuilder#database}. */
    public TdengineSessionBuilder database(@Nullable String database) {
        state = state.withDatabase(database == null || database.isEmpty() ? null : database);
        return this;
    }

    /** As {@link TdengineClientBuilder#timeZone}. */
    public TdengineSessionBuilder timeZone(@Nullable ZoneId timeZone) {
        state = state.withZone(timeZone);
        return this;
    }

    /** Makes the session; it is not connected yet. */
    public TdengineSession open() {
        return new TdengineSession(new Requests(cluster.newPool(state, PoolLimits.single()), timeouts));
    }
}
