// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Asks for the topics subscribed to; answered by {@link ListTopicsResponse}.
 */
public record ListTopicsRequest(long requestId) implements TextRequest {

    public static final String ACTION = "list_topics";

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
    public static ListTopicsRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static ListTopicsRequest read(RequestEnvelope request) {
        return request.arguments(args -> new ListTopicsRequest(args.unsigned("req_id")));
    }
}
