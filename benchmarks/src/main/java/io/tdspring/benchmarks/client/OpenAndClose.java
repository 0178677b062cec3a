// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;

/** Makes a client, has it connect and log in, and closes it. */
public final class OpenAndClose implements Workload {

    private final WebSocketEngineType engine;
    private final String endpoint;

    public OpenAndClose(WebSocketEngineType engine, String endpoint) {
        this.engine = engine;
        this.endpoint = endpoint;
    }

    @Override
    public Work run() {
        int versions = 0;
        for (int i = 0; i < Workload.OPENINGS; i++) {
            try (TdengineClient client = Clients.connect(engine, endpoint)) {
                versions += client.serverVersion().isEmpty() ? 0 : 1;
            }
        }
        return new Work(versions, versions);
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
