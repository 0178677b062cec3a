// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/** The connection's current database; empty if it has none. */
public record CurrentDatabaseResponse(ResponseHead head, String database) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.text("db", database);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static CurrentDatabaseResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new CurrentDatabaseResponse(ResponseHead.of(answer), answer.text("db"));
    }
}
