// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/** The answer to {@link CommitOffsetRequest}, with what the request said. */
public record CommitOffsetResponse(ResponseHead head, String topic, int vgroupId, long offset) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.text("topic", topic).number("vgroup_id", vgroupId).number("offset", offset);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static CommitOffsetResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new CommitOffsetResponse(
                ResponseHead.of(answer), answer.text("topic"), answer.int32("vgroup_id"), answer.int64("offset"));
    }
}
