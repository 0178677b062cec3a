// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;

/** A writer that writes its rows in order, the same ones again until they are acknowledged. Confined to its thread. */
final class Ledger implements Worker.Step, AutoCloseable {

    private static final int BATCH = 20;

    private final Rows rows;
    private final Sink sink;
    private int acknowledged;

    Ledger(Rows rows, Sink sink) {
        this.rows = rows;
        this.sink = sink;
    }

    /** Makes the table, unless it is made by being written to. */
    void prepare(TdengineClient client) {
        String definition = sink.definition();
        if (definition != null) {
            client.execute("CREATE TABLE " + Rows.DATABASE + "." + rows.table() + " " + definition);
        }
    }

    @Override
    public void run() {
        sink.write(rows, acknowledged, BATCH);
        acknowledged += BATCH;
    }

    /** Compares the table with what was acknowledged; the last batch may be there without. */
    void check(TdengineClient client) {
        int number = 0;
        String sql = "SELECT " + sink.timeColumn() + ", v FROM " + Rows.DATABASE + "." + rows.table() + " ORDER BY "
                + sink.timeColumn();
        try (QueryResult result = client.query(sql)) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++, number++) {
                    assertThat(block.longAt(0, row)).as(rows.table()).isEqualTo(rows.timestamp(number));
                    assertThat(block.intAt(1, row)).as(rows.table()).isEqualTo(rows.value(number));
                }
            }
        }
        assertThat(number).as(rows.table()).isBetween(acknowledged, acknowledged + BATCH);
        assertThat(acknowledged).as(rows.table()).isPositive();
    }

    @Override
    public void close() {
        sink.close();
    }
}
