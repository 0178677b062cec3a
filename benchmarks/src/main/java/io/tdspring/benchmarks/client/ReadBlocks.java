// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.client;

import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.data.Block;
import org.jspecify.annotations.Nullable;

/** Reads a table through the blocks that a result lends. */
public final class ReadBlocks implements Workload {

    private final TdengineClient client;
    private final Shape shape;
    private long rows;
    private double sum;

    public ReadBlocks(WebSocketEngineType engine, Shape shape, String endpoint) {
        this.client = Clients.connect(engine, endpoint);
        this.shape = shape;
    }

    @Override
    public Work run() {
        rows = 0;
        sum = 0;
        try (QueryResult result = client.query(shape.select())) {
            result.forEachBlock(shape == Shape.W1 ? this::addNumbers : this::addMixed);
        }
        return new Work(rows, sum);
    }

    private void addNumbers(Block block) {
        double total = 0;
        int count = block.rows();
        for (int row = 0; row < count; row++) {
            total += block.longAt(0, row) & 0xffff;
            total += block.floatAt(1, row);
            total += block.intAt(2, row);
            total += block.floatAt(3, row);
        }
        rows += count;
        sum += total;
    }

    private void addMixed(Block block) {
        double total = 0;
        int count = block.rows();
        for (int row = 0; row < count; row++) {
            total += block.longAt(0, row) & 0xffff;
            total += lengthOf(block.stringAt(1, row));
            total += lengthOf(block.stringAt(2, row));
            total += block.longAt(3, row);
            total += block.doubleAt(4, row);
            total += block.booleanAt(5, row) ? 1 : 0;
        }
        rows += count;
        sum += total;
    }

    private static int lengthOf(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    @Override
    public void close() {
        client.close();
    }
}
