// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/**
 * Asks for the version of the server; may be asked before {@code conn}, on {@code /rest/tmq} as well.
 */
public record VersionRequest(long requestId) implements TextRequest {

    public static final String ACTION = "version";

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
    public static VersionRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static VersionRequest read(RequestEnvelope request) {
        return request.optionalArguments(args -> new VersionRequest(args.unsigned("req_id")));
    }
}
