// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.spring.listener.FailedDelivery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the rows of a failure, ready to be written. Immutable. */
record DeadRow(int number, @Nullable String tableName, String json) {

    /** The rows that failed together; of a message without rows one that tells its changes of tables. */
    static List<DeadRow> of(FailedDelivery failure) {
        List<DeadRow> rows = new ArrayList<>();
        int before = 0;
        for (TableBlock from : failure.message().blocks()) {
            int end = Math.min(from.block().rows(), failure.nextRow() - before);
            for (int row = Math.max(0, failure.failedRow() - before); row < end; row++) {
                rows.add(new DeadRow(
                        before + row, from.tableName(), RowJson.of(from.block().row(row))));
            }
            before += from.block().rows();
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
