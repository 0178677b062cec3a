// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.spring.listener.FailedDelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the rows of a failure, ready to be written. Immutable. */
record DeadRow(int number, @Nullable String tableName, String json) {

    /** The rows that failed together; of a message without rows one that tells its changes of tables. */
    static List<DeadRow> of(FailedDelivery failure) {
        List<DeadRow> rows = new ArrayList<>();
        Set<Integer> failed = Set.copyOf(failure.rows());
        int before = 0;
        for (TableBlock from : failure.message().blocks()) {
            int end = before + from.block().rows();
            for (int row = before; row < end; row++) {
                if (failed.contains(row)) {
                    rows.add(new DeadRow(
                            row, from.tableName(), RowJson.of(from.block().row(row - before))));
                }
            }
            before = end;
        }
        if (rows.isEmpty()) {
            StringBuilder changes = new StringBuilder();
            RowJson.appendText(changes, failure.message().metas().toString());
            rows.add(new DeadRow(failure.failedRow(), null, changes.toString()));
        }
        return rows;
    }

    /** The payload in a column of that many characters; if it is cut, its end says so. */
    String payload(int most) {
        if (json.length() <= most) {
            return json;
        }
        String mark = "...[cut: " + json.length() + " characters in all]";
        return most < mark.length() ? mark.substring(0, most) : json.substring(0, most - mark.length()) + mark;
    }
}
