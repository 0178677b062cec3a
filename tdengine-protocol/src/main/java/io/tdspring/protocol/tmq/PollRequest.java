// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;
import java.util.OptionalLong;

/**
 * Asks for the next message; answered by {@link PollResponse}. Never have two under way on one connection.
 *
 * @param blockingMillis how long the server may wait for a message; 0 not at all, a negative number without limit
 * @param messageId the id of the last message received, by which the server sends one again whose answer was lost;
 *     empty switches that off
 */
public record PollRequest(long requestId, long blockingMillis, OptionalLong messageId) implements TextRequest {

    public static final String ACTION = "poll";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.number("blocking_time", blockingMillis);
        messageId.ifPresent(id -> out.unsigned("message_id", id));
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException if the text cannot be read; the real server does not answer then
     */
    public static PollRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static PollRequest read(RequestEnvelope request) {
        return request.arguments(args -> new PollRequest(
                args.unsigned("req_id"), args.int64("blocking_time"), args.optionalUnsigned("message_id")));
    }
}
