// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Stamps of nanoseconds, which arrive as they were sent. */
@Component
final class Nanoseconds implements Example {

    private static final String TABLE = ExampleDatabase.NAME + ".nanoseconds";

    @Override
    public String name() {
        return "nanoseconds";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        ExampleDatabase.startWith(client, "nanoseconds", "(ts TIMESTAMP, v INT)");
        Instant sent = Instant.parse("2024-05-06T07:08:09.123456789Z");
        client.execute("INSERT INTO " + TABLE + " VALUES ('" + sent + "', 1)");
        try (QueryResult result = client.query("SELECT ts FROM " + TABLE)) {
            Block block = Objects.requireNonNull(result.nextBlock(), "the row just written");
            out.accept(block.longAt(0, 0) + " " + result.precision().symbol() + " is " + block.instantAt(0, 0));
        }
    }
}
