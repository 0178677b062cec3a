// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import io.tdspring.client.TdengineClient;

/** Writes rows as text. */
record SqlSink(TdengineClient client) implements Sink {

    @Override
    public void write(Rows rows, int from, int count) {
        StringBuilder sql = new StringBuilder("INSERT INTO " + Rows.DATABASE + "." + rows.table() + " VALUES");
        for (int number = from; number < from + count; number++) {
            sql.append(" (")
                    .append(rows.timestamp(number))
                    .append(", ")
                    .append(rows.value(number))
                    .append(")");
        }
        client.execute(sql.toString());
    }
}
