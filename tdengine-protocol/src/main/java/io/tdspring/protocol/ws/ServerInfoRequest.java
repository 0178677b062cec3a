// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/**
 * Asks for the version of the database server behind the endpoint.
 */
public record ServerInfoRequest(long requestId) implements TextRequest {

    public static final String ACTION = "get_server_info";

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
    public static ServerInfoRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static ServerInfoRequest read(RequestEnvelope request) {
        return request.arguments(args -> new ServerInfoRequest(args.unsigned("req_id")));
    }
}
