// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Commits the position of every vgroup of the consumer, that is, all that was polled.
 *
 * <p>Answered by {@link CommitResponse}.
 *
 * @param messageId ignored by the server, which repeats it
 */
public record CommitRequest(long requestId, long messageId) implements TextRequest {

    public static final String ACTION = "commit";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("message_id", messageId);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static CommitRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static CommitRequest read(RequestEnvelope request) {
        return request.arguments(args -> new CommitRequest(args.unsigned("req_id"), args.unsigned("message_id")));
    }
}
