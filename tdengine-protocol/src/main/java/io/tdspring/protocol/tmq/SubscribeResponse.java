// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link SubscribeRequest}.
 *
 * @param version the server's, or null before 3.3.6.12
 */
public record SubscribeResponse(ResponseHead head, @Nullable String version) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        if (version != null) {
            out.text("version", version);
        }
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static SubscribeResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new SubscribeResponse(ResponseHead.of(answer), answer.textOrNull("version"));
    }
}
