// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.QueryResult;
import io.tdspring.client.RowCursor;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import org.jspecify.annotations.Nullable;

/** Reads a table through the cursor over its rows. */
public final class ReadRows implements Workload {

    private final TdengineClient client;
    private final Shape shape;

    public ReadRows(WebSocketEngineType engine, Shape shape, String endpoint) {
        this.client = Clients.connect(engine, endpoint);
        this.shape = shape;
    }

    @Override
    public Work run() {
        try (QueryResult result = client.query(shape.select())) {
            return shape == Shape.W1 ? numbers(result.rows()) : mixed(result.rows());
        }
    }

    private static Work numbers(RowCursor row) {
        long rows = 0;
        double sum = 0;
        while (row.next()) {
            sum += row.getLong(0) & 0xffff;
            sum += row.getFloat(1);
            sum += row.getInt(2);
            sum += row.getFloat(3);
            rows++;
        }
        return new Work(rows, sum);
    }

    private static Work mixed(RowCursor row) {
        long rows = 0;
        double sum = 0;
        while (row.next()) {
            sum += row.getLong(0) & 0xffff;
            sum += lengthOf(row.getString(1));
            sum += lengthOf(row.getString(2));
            sum += row.getLong(3);
            sum += row.getDouble(4);
            sum += row.getBoolean(5) ? 1 : 0;
            rows++;
        }
        return new Work(rows, sum);
    }

    private static int lengthOf(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    @Override
    public void close() {
        client.close();
    }
}
