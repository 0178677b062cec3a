// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/**
 * Runs one SQL statement sent as JSON; answered by {@link QueryResponse}. {@link BinaryQuery} leaves the
 * bytes of the SQL alone.
 */
public record QueryRequest(long requestId, String sql) implements TextRequest {

    public static final String ACTION = "query";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.text("sql", sql);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static QueryRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static QueryRequest read(RequestEnvelope request) {
        return request.arguments(args -> new QueryRequest(args.unsigned("req_id"), args.text("sql")));
    }
}
