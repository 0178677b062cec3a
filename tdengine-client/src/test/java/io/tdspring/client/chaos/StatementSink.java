// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.stmt.TdStatement;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Binds columns to a statement, which is kept as long as it succeeds. */
final class StatementSink implements Sink {

    private final TdengineClient client;
    private @Nullable TdStatement statement;

    StatementSink(TdengineClient client) {
        this.client = client;
    }

    @Override
    public void write(Rows rows, int from, int count) {
        boolean done = false;
        try {
            TdStatement insert = statement;
            if (insert == null) {
                insert = client.prepare("INSERT INTO ? VALUES (?, ?)");
                statement = insert;
            }
            insert.setString(0, Rows.DATABASE + "." + rows.table())
                    .setLongs(
                            1,
                            IntStream.range(from, from + count)
                                    .mapToLong(rows::timestamp)
                                    .toArray())
                    .setInts(
                            2,
                            IntStream.range(from, from + count).map(rows::value).toArray())
                    .addRows()
                    .execute();
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    @Override
    public void close() {
        if (statement != null) {
            statement.close();
            statement = null;
        }
    }
}
