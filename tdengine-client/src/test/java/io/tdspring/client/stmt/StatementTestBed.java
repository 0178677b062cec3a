// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;
import io.tdspring.embedded.EmbeddedTdengine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** An embedded server for statements, and how to look at what they have bound. */
abstract class StatementTestBed {

    static final long T = 1_700_000_000_000L;

    private @Nullable EmbeddedTdengine server;
    private @Nullable TdengineClient client;

    /** A client of a server of this version; both are closed behind the test. */
    TdengineClient connect(String version) {
        server = EmbeddedTdengine.builder().version(version).start();
        client = TdengineClient.builder().endpoints(server.endpoint()).build();
        return client;
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    static List<Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    static Instant at(long millis) {
        return Instant.ofEpochMilli(T + millis);
    }

    /** Rows that a query finds; bytes as hexadecimal digits. */
    static List<List<Object>> read(TdengineClient client, String sql) {
        return read(client.query(sql));
    }

    static List<List<Object>> read(QueryResult query) {
        List<List<Object>> rows = new ArrayList<>();
        try (QueryResult result = query) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++) {
                    List<Object> cells = new ArrayList<>();
                    for (int column = 0; column < result.columns().size(); column++) {
                        cells.add(block.valueAt(column, row));
                    }
                    rows.add(cells);
                }
            }
        }
        return withHex(rows);
    }

    /** Arrays as text, since they are not equal to others of the same bytes. */
    static List<List<Object>> withHex(List<List<Object>> rows) {
        List<List<Object>> shown = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cells = new ArrayList<>();
            row.forEach(cell ->
                    cells.add(cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : cell));
            shown.add(cells);
        }
        return shown;
    }
}
