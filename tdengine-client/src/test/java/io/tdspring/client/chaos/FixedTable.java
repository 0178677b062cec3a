// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;
import java.util.Random;

/** Reads a table that nobody changes, to its end or not so far. Confined to its thread. */
final class FixedTable implements Worker.Step {

    private static final Rows ROWS = new Rows(0);
    private static final int COUNT = 20_000;
    private static final int BATCH = 2_000;

    private final TdengineClient client;
    private final Random random;

    FixedTable(TdengineClient client, long seed) {
        this.client = client;
        this.random = new Random(seed);
    }

    static void fill(TdengineClient client) {
        SqlSink sink = new SqlSink(client);
        for (int from = 0; from < COUNT; from += BATCH) {
            sink.write(ROWS, from, BATCH);
        }
    }

    @Override
    public void run() {
        boolean early = random.nextInt(4) == 0;
        int number = 0;
        try (QueryResult result = client.query("SELECT ts, v FROM " + Rows.DATABASE + "." + ROWS.table())) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++, number++) {
                    if (block.longAt(0, row) != ROWS.timestamp(number) || block.intAt(1, row) != ROWS.value(number)) {
                        throw new AssertionError("row " + number + " is wrong");
                    }
                }
                if (early) {
                    return;
                }
            }
        }
        assertThat(number).isEqualTo(COUNT);
    }
}
