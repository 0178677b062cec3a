// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/**
 * Reads the block of the latest {@code fetch}; answered by the binary {@link FetchBlockResponse}.
 *
 * @param resultId from the answer to the query
 */
public record FetchBlockRequest(long requestId, long resultId) implements TextRequest {

    public static final String ACTION = "fetch_block";

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
    public static FetchBlockRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static FetchBlockRequest read(RequestEnvelope request) {
        return request.arguments(args -> new FetchBlockRequest(args.unsigned("req_id"), args.unsigned("id")));
    }
}
