// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Reads the changes of tables that a message tells of; answered by {@link FetchJsonMetaResponse}.
 *
 * @param messageId of the message that the last poll delivered
 */
public record FetchJsonMetaRequest(long requestId, long messageId) implements TextRequest {

    public static final String ACTION = "fetch_json_meta";

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
    public static FetchJsonMetaRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static FetchJsonMetaRequest read(RequestEnvelope request) {
        return request.arguments(
                args -> new FetchJsonMetaRequest(args.unsigned("req_id"), args.unsigned("message_id")));
    }
}
