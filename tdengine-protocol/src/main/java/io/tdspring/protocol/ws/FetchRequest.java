// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/**
 * Moves a result to its next block, which {@link FetchBlockRequest} then reads; answered by {@link FetchResponse}.
 *
 * @param resultId from the answer to the query
 */
public record FetchRequest(long requestId, long resultId) implements TextRequest {

    public static final String ACTION = "fetch";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("id", resultId);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static FetchRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static FetchRequest read(RequestEnvelope request) {
        return request.arguments(args -> new FetchRequest(args.unsigned("req_id"), args.unsigned("id")));
    }
}
