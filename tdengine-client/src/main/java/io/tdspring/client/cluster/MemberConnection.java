// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Connection;

/** A connection, and the server that it counts for. Thread-safe. */
final class MemberConnection {

    private final Connection connection;
    private final Member member;
    private volatile boolean closedByThisClient;

    MemberConnection(Connection connection, Member member) {
        this.connection = connection;
        this.member = member;
    }

    Connection connection() {
        return connection;
    }

    Member member() {
        return member;
    }

    /** Whether it ended because this client closed it, and not by itself before. */
    boolean closedByThisClient() {
        return closedByThisClient;
    }

    void close() {
        closedByThisClient = closedByThisClient || connection.isOpen();
        connection.close();
    }
}
