// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.QueryResult;
import io.tdspring.client.RowCursor;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.stmt.TdStatement;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Into the child tables of a super table, which are made when they are missing: table name and tags are bound like values,
 * and several tables go in one message. When the server asks for a retry ([0x0125] Retry needed, because the schema has
 * changed, say) the statement is prepared anew and executed again; the caller sees nothing of it.
 */
@Component
final class BindTags implements Example {

    private static final String SUPER_TABLE = ExampleDatabase.NAME + ".bind_tags";
    private static final long[] STAMPS = {1_714_979_289_000_000_000L, 1_714_979_290_000_000_000L};

    @Override
    public String name() {
        return "bind_tags";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleDatabase.startWith(
                client, "bind_tags", "(ts TIMESTAMP, current FLOAT) TAGS (location VARCHAR(20), groupid INT)");
        String sql = "INSERT INTO ? USING " + SUPER_TABLE + " TAGS (?, ?) (ts, current) VALUES (?, ?)";
        try (TdStatement insert = client.prepare(sql)) {
            bind(insert, "bind_tags_1", "Berlin", 1);
            bind(insert, "bind_tags_2", "Bonn", 2);
            out.accept(insert.execute() + " rows");
            client.execute("ALTER STABLE " + SUPER_TABLE + " ADD COLUMN voltage INT");
            bind(insert, "bind_tags_3", "Bremen", 3);
            out.accept(insert.execute() + " rows");
        }
        try (QueryResult result = client.query("SELECT tbname, location, groupid, count(*) FROM " + SUPER_TABLE
                + " GROUP BY tbname, location, groupid ORDER BY tbname")) {
            for (RowCursor row = result.rows(); row.next(); ) {
                out.accept(row.getString(0) + " " + row.getString(1) + " " + row.getInt(2) + " " + row.getLong(3));
            }
        }
    }

    private static void bind(TdStatement insert, String table, String location, int group) {
        insert.setString(0, ExampleDatabase.NAME + "." + table)
                .setString(1, location)
                .setLong(2, group)
                .setLongs(3, STAMPS)
                .setFloats(4, new float[] {10.5f, 11.5f})
                .addRows();
    }
}
