// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.data.Block;
import io.tdspring.error.TdengineException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What queries find, to be compared with what they should. */
final class QueriedRows {

    private QueriedRows() {}

    static List<List<@Nullable Object>> rows(TdengineClient client, String sql) throws TdengineException {
        return rows(client.query(sql));
    }

    static List<List<@Nullable Object>> rows(QueryResult query) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (QueryResult result = query) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++) {
                    List<@Nullable Object> cells = new ArrayList<>();
                    for (int column = 0; column < block.columns().size(); column++) {
                        cells.add(block.valueAt(column, row));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell);
        }
        return row;
    }
}
