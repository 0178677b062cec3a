// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.schemaless.SchemalessPrecision;
import io.tdspring.client.schemaless.SchemalessRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes rows as lines, into a child table that the server makes. */
record LineSink(TdengineClient client) implements Sink {

    @Override
    public void write(Rows rows, int from, int count) {
        List<String> lines = IntStream.range(from, from + count)
                .mapToObj(number ->
                        "lines,name=" + rows.table() + " v=" + rows.value(number) + "i32 " + rows.timestamp(number))
                .toList();
        client.writeSchemaless(SchemalessRequest.lines(lines)
                .precision(SchemalessPrecision.MILLISECONDS)
                .tableNameKey("name"));
    }

    @Override
    public @Nullable String definition() {
        return null;
    }

    @Override
    public String timeColumn() {
        return "_ts";
    }
}
