// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import io.tdspring.benchmarks.workload.Readings;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Inserts row by row as JDBC has it: table name and tag are parameters like others. */
public final class BindRowBatches implements Workload {

    private final Connection connection;
    private final PreparedStatement insert;
    private final Readings readings = new Readings();
    private final Timestamp[] times = new Timestamp[Readings.BATCH];

    public BindRowBatches(String endpoint) throws SQLException {
        this.connection = Peer.connect(endpoint, "bench");
        this.insert = connection.prepareStatement(Readings.INSERT);
        for (int row = 0; row < Readings.BATCH; row++) {
            times[row] = new Timestamp(readings.times()[row]);
        }
    }

    @Override
    public Work run() throws SQLException {
        long rows = 0;
        for (int table = 0; table < Readings.TABLES; table++) {
            String name = Readings.table(table);
            for (int row = 0; row < Readings.BATCH; row++) {
                insert.setString(1, name);
                insert.setInt(2, table);
                insert.setTimestamp(3, times[row]);
                insert.setFloat(4, readings.a()[row]);
                insert.setInt(5, readings.b()[row]);
                insert.setFloat(6, readings.c()[row]);
                insert.addBatch();
            }
            rows += insert.executeBatch().length;
        }
        return new Work(rows, rows);
    }

    @Override
    public void close() {
        Peer.close(connection);
    }
}
