// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Reads a whole message as {@link FetchRawData} does; answered by the binary {@link FetchRawResponse}, or in JSON by
 * {@link MessageFailure}.
 *
 * @param messageId of the message that the last poll delivered
 */
public record FetchRawRequest(long requestId, long messageId) implements TextRequest {

    public static final String ACTION = "fetch_raw";

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
    public static FetchRawRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static FetchRawRequest read(RequestEnvelope request) {
        return request.arguments(args -> new FetchRawRequest(args.unsigned("req_id"), args.unsigned("message_id")));
    }
}
