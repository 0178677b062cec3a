// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.benchmarks.workload.LineBatch;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.client.schemaless.SchemalessPrecision;
import io.tdspring.client.schemaless.SchemalessProtocol;
import io.tdspring.client.schemaless.SchemalessRequest;
import java.util.function.Supplier;

/** Writes batches of line protocol, one after the other. */
public final class WriteLines implements Workload {

    private final TdengineClient client;
    private final Supplier<SchemalessRequest> request;

    private WriteLines(WebSocketEngineType engine, Supplier<SchemalessRequest> request, String endpoint) {
        this.client = TdengineClient.builder()
                .endpoints(endpoint)
                .webSocketEngine(engine)
                .database("bench")
                .build();
        this.request = request;
    }

    /** Writes lists of lines. */
    public static WriteLines ofLists(WebSocketEngineType engine, String endpoint) {
        LineBatch batch = new LineBatch();
        return new WriteLines(engine, () -> SchemalessRequest.lines(batch.lines()), endpoint);
    }

    /** Writes texts in which the lines have been joined before. */
    public static WriteLines ofTexts(WebSocketEngineType engine, String endpoint) {
        LineBatch batch = new LineBatch();
        return new WriteLines(engine, () -> SchemalessRequest.raw(SchemalessProtocol.LINE, batch.text()), endpoint);
    }

    @Override
    public Work run() {
        long lines = 0;
        for (int i = 0; i < LineBatch.BATCHES; i++) {
            client.writeSchemaless(request.get().precision(SchemalessPrecision.MILLISECONDS));
            lines += LineBatch.LINES;
        }
        return new Work(lines, lines);
    }

    @Override
    public void close() {
        client.close();
    }
}
