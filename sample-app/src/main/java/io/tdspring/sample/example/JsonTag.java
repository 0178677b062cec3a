// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A super table with one tag of type JSON, and a query by what is in it. */
@Component
final class JsonTag implements Example {

    private static final String TABLE = ExampleDatabase.NAME + ".json_tag";

    @Override
    public String name() {
        return "json_tag";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleDatabase.startWith(client, "json_tag", "(ts TIMESTAMP, temp DOUBLE) TAGS (device JSON)");
        client.execute("INSERT INTO " + ExampleDatabase.NAME + ".json_tag_1 USING " + TABLE
                + " TAGS ('{\"room\": \"kitchen\", \"floor\": 1}') VALUES ('2024-05-06 07:08:09.123456789', 21.5)");
        client.execute("INSERT INTO " + ExampleDatabase.NAME + ".json_tag_2 USING " + TABLE
                + " TAGS ('{\"room\": \"attic\", \"floor\": 3}') VALUES ('2024-05-06 07:08:09.123456789', 27.5)");
        String sql = "SELECT temp, device, device->'room' FROM " + TABLE + " WHERE device->'floor' > 2";
        try (QueryResult result = client.query(sql)) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++) {
                    out.accept(block.doubleAt(0, row) + " at " + block.stringAt(2, row) + ", tag "
                            + block.stringAt(1, row));
                }
            }
        }
    }
}
