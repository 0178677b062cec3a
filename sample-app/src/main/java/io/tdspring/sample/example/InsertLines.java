// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.sample.example;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.schemaless.SchemalessPrecision;
import io.tdspring.client.schemaless.SchemalessProtocol;
import io.tdspring.client.schemaless.SchemalessRequest;
import io.tdspring.error.TdengineSchemalessException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Lines of InfluxDB's protocol, whose tables the server makes: plain, with a life time and an id, raw, and a wrong one. */
@Component
final class InsertLines implements Example {

    private static final long REQUEST_ID = 20_240_506;

    @Override
    public String name() {
        return "insert_lines";
    }

    @Override
    public void run(TdengineClient client, Consumer<String> out) {
        client.execute("CREATE DATABASE IF NOT EXISTS " + ExampleDatabase.NAME + " PRECISION 'ns' KEEP 36500");
        client.execute("DROP TABLE IF EXISTS " + ExampleDatabase.NAME + ".insert_lines");
        client.useDatabase(ExampleDatabase.NAME);
        SchemalessRequest plain = SchemalessRequest.lines(
                        "insert_lines,place=attic temp=27.5 1714979289000",
                        "insert_lines,place=cellar temp=12 1714979289000")
                .precision(SchemalessPrecision.MILLISECONDS);
        out.accept(client.writeSchemaless(plain).affectedRows() + " rows");
        SchemalessRequest withLife = SchemalessRequest.lines("insert_lines,place=attic temp=28 1714979290000")
                .precision(SchemalessPrecision.MILLISECONDS)
                .ttlDays(365)
                .requestId(REQUEST_ID);
        out.accept(client.writeSchemaless(withLife).affectedRows() + " row");
        SchemalessRequest raw = SchemalessRequest.raw(
                        SchemalessProtocol.LINE,
                        "insert_lines,place=attic temp=28.5 1714979291000\ninsert_lines,place=attic temp=29 1714979292000")
                .precision(SchemalessPrecision.MILLISECONDS);
        out.accept(client.writeSchemaless(raw).affectedRows() + " rows");
        try {
            client.writeSchemaless(SchemalessRequest.lines(",place=attic temp=30 1714979293000"));
            throw new IllegalStateException("TDengine took a line without a measurement");
        } catch (TdengineSchemalessException e) {
            out.accept(String.valueOf(e.getMessage()).replaceAll(" \\(request id .*", ""));
        }
    }
}
