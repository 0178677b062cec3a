// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/**
 * Asks for the connection's current database.
 */
public record CurrentDatabaseRequest(long requestId) implements TextRequest {

    public static final String ACTION = "get_current_db";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {}

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static CurrentDatabaseRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static CurrentDatabaseRequest read(RequestEnvelope request) {
        return request.arguments(args -> new CurrentDatabaseRequest(args.unsigned("req_id")));
    }
}
