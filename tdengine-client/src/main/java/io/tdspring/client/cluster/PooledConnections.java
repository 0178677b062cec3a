// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connections of one pool: those that take requests, and those retired that are still in use. Guarded by the pool. */
final class PooledConnections {

    private final List<PooledConnection> usable = new ArrayList<>();
    private final List<PooledConnection> retired = new ArrayList<>();

    void add(PooledConnection connection) {
        usable.add(connection);
    }

    /** The one that works and that the fewest use, or null if none works: all have ended or are silent. */
    @Nullable
    PooledConnection leastUsed() {
        PooledConnection least = null;
        for (PooledConnection connection : usable) {
            boolean works = connection.isOpen() && !connection.isSilent();
            if (works && (least == null || connection.leases() < least.leases())) {
                least = connection;
            }
        }
        return least;
    }

    /** How many take requests. */
    int size() {
        return usable.size();
    }

    /** The leases of all. */
    int leases() {
        return Stream.concat(usable.stream(), retired.stream())
                .mapToInt(PooledConnection::leases)
                .sum();
    }

    /** Those that take requests, at most so many, the least used first. */
    List<PooledConnection> leastUsed(Predicate<PooledConnection> which, int most) {
        return usable.stream()
                .filter(which)
                .sorted(Comparator.comparingInt(PooledConnection::leases))
                .limit(Math.max(0, most))
                .toList();
    }

    /**
     * Retires connections.
     *
     * @return those that nobody uses, to be closed
     */
    List<PooledConnection> retire(Predicate<PooledConnection> which) {
        List<PooledConnection> chosen = usable.stream().filter(which).toList();
        usable.removeAll(chosen);
        List<PooledConnection> unused = new ArrayList<>();
        for (PooledConnection connection : chosen) {
            connection.retire();
            (connection.isIdle() ? unused : retired).add(connection);
        }
        return unused;
    }

    /**
     * Ends a lease.
     *
     * @return whether the connection is to be closed
     */
    boolean takeBack(PooledConnection connection, long now) {
        connection.takeBack(now);
        return connection.isIdle() && retired.remove(connection);
    }

    /** Forgets all connections, and returns them. */
    List<PooledConnection> removeAll() {
        List<PooledConnection> all =
                Stream.concat(usable.stream(), retired.stream()).toList();
        usable.clear();
        retired.clear();
        return all;
    }
}
