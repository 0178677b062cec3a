// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.benchmarks.workload.QueryingThreads;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.data.Block;

/** Many threads that ask for one row each, over one client. */
public final class SmallQueries implements Workload {

    private final TdengineClient client;
    private final QueryingThreads threads;

    public SmallQueries(WebSocketEngineType engine, String endpoint) {
        this.client = Clients.connect(engine, endpoint);
        this.threads = new QueryingThreads(this::query);
    }

    private double query() {
        try (QueryResult result = client.query(QueryingThreads.SQL)) {
            Block block = result.nextBlock();
            return block == null ? 0 : block.intAt(2, 0);
        }
    }

    @Override
    public Work run() throws Exception {
        return threads.run();
    }

    @Override
    public void close() {
        threads.close();
        client.close();
    }
}
