// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import io.tdspring.benchmarks.workload.QueryingThreads;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Many threads that ask for one row each, over one connection, as the driver allows. */
public final class SmallStatements implements Workload {

    private final Connection connection;
    private final QueryingThreads threads;

    public SmallStatements(String endpoint) throws SQLException {
        this.connection = Peer.connect(endpoint, "");
        this.threads = new QueryingThreads(this::query);
    }

    private double query() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QueryingThreads.SQL)) {
            return row.next() ? row.getInt(3) : 0;
        }
    }

    @Override
    public Work run() throws Exception {
        return threads.run();
    }

    @Override
    public void close() {
        threads.close();
        Peer.close(connection);
    }
}
