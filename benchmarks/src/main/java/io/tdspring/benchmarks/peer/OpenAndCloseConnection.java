// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.SQLException;

/** Connects, logs in, and closes. */
public final class OpenAndCloseConnection implements Workload {

    private final String endpoint;

    public OpenAndCloseConnection(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Work run() throws SQLException {
        int versions = 0;
        for (int i = 0; i < Workload.OPENINGS; i++) {
            try (Connection connection = Peer.connect(endpoint, "")) {
                versions += connection.isClosed() ? 0 : 1;
            }
        }
        return new Work(versions, versions);
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
