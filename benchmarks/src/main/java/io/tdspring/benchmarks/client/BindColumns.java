// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.benchmarks.workload.Readings;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.client.stmt.TdStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Inserts whole columns by a prepared statement: several tables an execution, and two executions under way. */
public final class BindColumns implements Workload {

    private final TdengineClient client;
    private final TdStatement insert;
    private final Readings readings = new Readings();
    private final int rounds;

    /**
     * Prepares the statement.
     *
     * @param rounds how often a run writes to all tables
     */
    public BindColumns(WebSocketEngineType engine, int rounds, String endpoint) {
        this.client = Clients.connect(engine, endpoint);
        this.insert = client.prepare(Readings.INSERT);
        this.rounds = rounds;
    }

    @Override
    public Work run() {
        List<CompletableFuture<Long>> written = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int table = 0; table < Readings.TABLES; table++) {
                insert.setString(0, Readings.table(table)).setLong(1, table);
                insert.setLongs(2, readings.times()).setFloats(3, readings.a());
                insert.setInts(4, readings.b()).setFloats(5, readings.c()).addRows();
                if ((table + 1) % Readings.TABLES_OF_EXECUTION == 0) {
                    written.add(insert.executeAsync());
                }
            }
        }
        long rows = written.stream().mapToLong(CompletableFuture::join).sum();
        return new Work(rows, rows);
    }

    @Override
    public void close() {
        insert.close();
        client.close();
    }
}
