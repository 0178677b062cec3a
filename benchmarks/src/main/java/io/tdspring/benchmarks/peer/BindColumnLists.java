// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import com.taosdata.jdbc.TaosPrepareStatement;
import io.tdspring.benchmarks.workload.Readings;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts whole columns by the driver's own interface, which wants lists: they are made of the arrays that all contenders
 * start from, for each batch anew.
 */
public final class BindColumnLists implements Workload {

    private final Connection connection;
    private final TaosPrepareStatement insert;
    private final Readings readings = new Readings();
    private final int rounds;
    private final int tablesOfExecution;

    /**
     * Prepares the statement.
     *
     * @param rounds how often a run writes to all tables
     * @param tablesOfExecution tables whose rows are executed together
     */
    public BindColumnLists(int rounds, int tablesOfExecution, String endpoint) throws SQLException {
        this.connection = Peer.connect(endpoint, "bench");
        this.insert = connection.prepareStatement(Readings.INSERT).unwrap(TaosPrepareStatement.class);
        this.rounds = rounds;
        this.tablesOfExecution = tablesOfExecution;
    }

    @Override
    public Work run() throws SQLException {
        long rows = 0;
        for (int round = 0; round < rounds; round++) {
            for (int table = 0; table < Readings.TABLES; table++) {
                bind(table);
                rows += Readings.BATCH;
                if ((table + 1) % tablesOfExecution == 0) {
                    insert.columnDataExecuteBatch();
                }
            }
        }
        return new Work(rows, rows);
    }

    private void bind(int table) throws SQLException {
        List<Long> times = new ArrayList<>(Readings.BATCH);
        List<Float> a = new ArrayList<>(Readings.BATCH);
        List<Integer> b = new ArrayList<>(Readings.BATCH);
        List<Float> c = new ArrayList<>(Readings.BATCH);
        for (int row = 0; row < Readings.BATCH; row++) {
            times.add(readings.times()[row]);
            a.add(readings.a()[row]);
            b.add(readings.b()[row]);
            c.add(readings.c()[row]);
        }
        insert.setTableName(Readings.table(table));
        insert.setTagInt(0, table);
        insert.setTimestamp(0, times);
        insert.setFloat(1, a);
        insert.setInt(2, b);
        insert.setFloat(3, c);
        insert.columnDataAddBatch();
    }

    @Override
    public void close() {
        Peer.close(connection);
    }
}
