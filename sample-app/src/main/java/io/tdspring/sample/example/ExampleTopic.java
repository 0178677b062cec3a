// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A topic of one table, which bears the same name. */
final class ExampleTopic {

    /** In nanoseconds: 2024-05-06, 07:08:09 UTC. */
    private static final long START = 1_714_979_289_000_000_000L;

    private ExampleTopic() {}

    /** Makes table and topic anew, so that nobody has read anything of it. */
    static void startWith(TdengineClient client, String name) {
        client.execute("DROP TOPIC IF EXISTS " + name);
        ExampleDatabase.startWith(client, name, "(ts TIMESTAMP, v INT)");
        client.execute("CREATE TOPIC " + name + " AS SELECT ts, v FROM " + ExampleDatabase.NAME + "." + name);
    }

    /** Writes rows with values from one number on, each of which has a time of its own. */
    static void write(TdengineClient client, String name, int first, int count) {
        String rows = IntStream.range(first, first + count)
                .mapToObj(value -> "(" + (START + value) + ", " + value + ")")
                .collect(Collectors.joining(" "));
        client.execute("INSERT INTO " + ExampleDatabase.NAME + "." + name + " VALUES " + rows);
    }
}
