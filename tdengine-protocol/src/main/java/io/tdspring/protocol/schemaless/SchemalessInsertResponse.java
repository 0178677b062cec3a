// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/**
 * How much a {@link SchemalessInsert} wrote.
 *
 * @param affectedRows rows written
 * @param totalRows lines of the request; 0 from servers before 3.3.2.7
 */
public record SchemalessInsertResponse(ResponseHead head, long affectedRows, long totalRows) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.number("affected_rows", affectedRows).number("total_rows", totalRows);
    }

    /** Reads what {@link #toJson} writes. */
    public static SchemalessInsertResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to insert", json);
        return new SchemalessInsertResponse(
                ResponseHead.of(answer), answer.int64("affected_rows"), answer.int64("total_rows"));
    }
}
