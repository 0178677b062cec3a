// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads a table through a result set; stamps as the numbers that they are, by {@code getLong}. */
public final class ReadResultSet implements Workload {

    private final Connection connection;
    private final Shape shape;

    public ReadResultSet(Shape shape, String endpoint) throws SQLException {
        this.connection = Peer.connect(endpoint, "");
        this.shape = shape;
    }

    @Override
    public Work run() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(shape.select())) {
            return shape == Shape.W1 ? numbers(rows) : mixed(rows);
        }
    }

    private static Work numbers(ResultSet row) throws SQLException {
        long rows = 0;
        double sum = 0;
        while (row.next()) {
            sum += row.getLong(1) & 0xffff;
            sum += row.getFloat(2);
            sum += row.getInt(3);
            sum += row.getFloat(4);
            rows++;
        }
        return new Work(rows, sum);
    }

    private static Work mixed(ResultSet row) throws SQLException {
        long rows = 0;
        double sum = 0;
        while (row.next()) {
            sum += row.getLong(1) & 0xffff;
            sum += row.getString(2).length();
            sum += row.getString(3).length();
            sum += row.getLong(4);
            sum += row.getDouble(5);
            sum += row.getBoolean(6) ? 1 : 0;
            rows++;
        }
        return new Work(rows, sum);
    }

    @Override
    public void close() {
        Peer.close(connection);
    }
}
