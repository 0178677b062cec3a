// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.QueryResult;
import io.tdspring.client.RowCursor;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.stmt.TdStatement;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Row by row, and a query with parameters. No value becomes a part of the SQL. */
@Component
final class BindRow implements Example {

    private static final String TABLE = ExampleDatabase.NAME + ".bind_row";
    private static final Instant BEGIN = Instant.parse("2024-05-06T07:08:09Z");

    @Override
    public String name() {
        return "bind_row";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleDatabase.startWith(client, "bind_row", "(ts TIMESTAMP, temp DOUBLE, note VARCHAR(40))");
        try (TdStatement insert = client.prepare("INSERT INTO " + TABLE + " VALUES (?, ?, ?)")) {
            insert.setInstant(0, BEGIN)
                    .setDouble(1, 20.5)
                    .setString(2, "'; DROP TABLE x; --")
                    .addRow();
            insert.setInstant(0, BEGIN.plusSeconds(1))
                    .setDouble(1, 21.5)
                    .setNull(2)
                    .addRow();
            insert.setInstant(0, BEGIN.plusSeconds(2))
                    .setNull(1)
                    .setString(2, "broken")
                    .addRow();
            out.accept(insert.execute() + " rows");
        }
        try (TdStatement select = client.prepare("SELECT ts, temp, note FROM " + TABLE + " WHERE temp > ?")) {
            select.setDouble(0, 20);
            try (QueryResult result = client.query(select)) {
                for (RowCursor row = result.rows(); row.next(); ) {
                    out.accept(row.getInstant(0) + " " + row.getDouble(1) + " " + row.getString(2));
                }
            }
        }
    }
}
