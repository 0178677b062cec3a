// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/** The answer to {@code fetch}, {@code fetch_block}, {@code fetch_raw} or {@code fetch_json_meta} that failed. */
public record MessageFailure(ResponseHead head, long messageId) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("message_id", messageId);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        writeFields(out);
    }

    /** Reads what {@link #toJson} writes. */
    public static MessageFailure read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new MessageFailure(ResponseHead.of(answer), answer.unsigned("message_id"));
    }
}
