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

/** Inserts row by row by a prepared statement, a batch an execution, and two executions under way. */
public final class BindRows implements Workload {

    private final TdengineClient client;
    private final TdStatement insert;
    private final Readings readings = new Readings();

    public BindRows(WebSocketEngineType engine, String endpoint) {
        this.client = Clients.connect(engine, endpoint);
        this.insert = client.prepare(Readings.INSERT);
    }

    @Override
    public Work run() {
        List<CompletableFuture<Long>> written = new ArrayList<>();
        for (int table = 0; table < Readings.TABLES; table++) {
            insert.setString(0, Readings.table(table)).setLong(1, table);
            for (int row = 0; row < Readings.BATCH; row++) {
                insert.setLong(2, readings.times()[row]).setFloat(3, readings.a()[row]);
                insert.setLong(4, readings.b()[row])
                        .setFloat(5, readings.c()[row])
                        .addRow();
            }
            written.add(insert.executeAsync());
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
