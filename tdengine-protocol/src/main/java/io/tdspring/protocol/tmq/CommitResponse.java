// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/** The answer to {@link CommitRequest}, with the message id of the request. */
public record CommitResponse(ResponseHead head, long messageId) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("message_id", messageId);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static CommitResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new CommitResponse(ResponseHead.of(answer), answer.unsigned("message_id"));
    }
}
