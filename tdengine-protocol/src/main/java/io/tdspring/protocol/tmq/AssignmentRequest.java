// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Asks which vgroups of a topic this consumer reads; answered by {@link AssignmentResponse}.
 */
public record AssignmentRequest(long requestId, String topic) implements TextRequest {

    public static final String ACTION = "assignment";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.text("topic", topic);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static AssignmentRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static AssignmentRequest read(RequestEnvelope request) {
        return request.arguments(args -> new AssignmentRequest(args.unsigned("req_id"), args.text("topic")));
    }
}
