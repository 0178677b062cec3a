// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/** The topics subscribed to. */
public record ListTopicsResponse(ResponseHead head, List<String> topics) implements TextResponse {

    public ListTopicsResponse {
        topics = List.copyOf(topics);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.texts("topics", topics);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static ListTopicsResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new ListTopicsResponse(ResponseHead.of(answer), answer.texts("topics"));
    }
}
