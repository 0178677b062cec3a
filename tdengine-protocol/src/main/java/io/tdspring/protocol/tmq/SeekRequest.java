// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Moves the consumer within a vgroup, from the next poll on; commits nothing. The answer has a head only.
 */
public record SeekRequest(long requestId, String topic, int vgroupId, long offset) implements TextRequest {

    public static final String ACTION = "seek";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.text("topic", topic).number("vgroup_id", vgroupId).number("offset", offset);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static SeekRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static SeekRequest read(RequestEnvelope request) {
        return request.arguments(args -> new SeekRequest(
                args.unsigned("req_id"), args.text("topic"), args.int32("vgroup_id"), args.int64("offset")));
    }
}
