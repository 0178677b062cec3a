// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Commits one position; answered by {@link CommitOffsetResponse}.
 *
 * @param offset where the group is to resume
 */
public record CommitOffsetRequest(long requestId, String topic, int vgroupId, long offset) implements TextRequest {

    public static final String ACTION = "commit_offset";

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
    public static CommitOffsetRequest read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static CommitOffsetRequest read(RequestEnvelope request) {
        return request.arguments(args -> new CommitOffsetRequest(
                args.unsigned("req_id"), args.text("topic"), args.int32("vgroup_id"), args.int64("offset")));
    }
}
