// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.schemaless;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.SchemalessBatch;
import io.tdspring.client.transport.SchemalessCount;
import java.time.Duration;
import java.util.function.Function;

/**
 * Writes data over the connections of a client, one message after the other. Immutable.
 *
 * @param connections runs a task on a connection, and once more on another one if its request was not sent
 * @param timeout for the answer to each message
 */
public record SchemalessWriter(
        Function<Function<Connection, SchemalessCount>, SchemalessCount> connections, Duration timeout) {

    /** As {@code TdengineClient.writeSchemaless}. */
    public SchemalessResult write(SchemalessRequest request) {
        if (request.lines().isEmpty()) {
            return SchemalessResult.NOTHING;
        }
        SchemalessBatch rest = new SchemalessBatch(request.newFormat(), request.lines(), timeout);
        SchemalessCount count = send(rest);
        long affectedRows = count.affectedRows();
        long totalRows = count.totalRows();
        while (count.lines() < rest.lines().size()) {
            rest = rest.after(count.lines());
            count = send(rest);
            affectedRows += count.affectedRows();
            totalRows += count.totalRows();
        }
        return new SchemalessResult(affectedRows, totalRows);
    }

    private SchemalessCount send(SchemalessBatch batch) {
        return connections.apply(connection -> connection.insert(batch));
    }
}
