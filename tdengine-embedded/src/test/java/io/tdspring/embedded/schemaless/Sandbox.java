// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.schemaless;

import io.tdspring.data.Column;
import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.store.Database;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An empty database in milliseconds, to write into without a schema and to read by SQL. */
final class Sandbox {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.006Z");
    static final long START = 1_767_225_600_000L;

    private final SqlEngine engine = new SqlEngine(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);

    Sandbox() {
        sql("create database d");
    }

    private SessionState session() {
        SessionState session = engine.newSession("root");
        session.setDatabase("d");
        return session;
    }

    StatementResult sql(String statement) {
        return engine.execute(session(), statement);
    }

    Written line(String... lines) {
        return write(SchemalessInsert.LINE, String.join("\n", lines), "");
    }

    Written write(int protocol, String data, String tableNameKey) {
        return engine.write(session(), new SchemalessInsert(1, protocol, "ms", data, 0, tableNameKey));
    }

    List<List<Object>> rows(String query) {
        List<List<Object>> rows = new ArrayList<>();
        ((StatementResult.Rows) sql(query)).rows().forEachRemaining(row -> rows.add(Arrays.asList(row)));
        return rows;
    }

    Database database() {
        return Objects.requireNonNull(engine.catalog().find("d"));
    }

    /** The columns and tags of a super table with their types and lengths. */
    List<String> columns(String superTable) {
        var found = Objects.requireNonNull(database().findSuperTable(superTable));
        return Stream.concat(found.columns().stream(), found.tags().stream())
                .map(Sandbox::shown)
                .toList();
    }

    private static String shown(Column column) {
        return column.name() + " " + column.type() + "(" + column.length() + ")";
    }
}
