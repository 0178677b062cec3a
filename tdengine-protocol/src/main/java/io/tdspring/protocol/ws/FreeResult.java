// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/**
 * Frees a result that is not read to its end. It is never answered.
 *
 * @param resultId from the answer to the query
 */
public record FreeResult(long requestId, long resultId) implements TextRequest {

    public static final String ACTION = "free_result";

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
    public static FreeResult read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static FreeResult read(RequestEnvelope request) {
        return request.arguments(args -> new FreeResult(args.unsigned("req_id"), args.unsigned("id")));
    }
}
