// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link ConnectRequest}.
 *
 * @param version the server's, or null before 3.3.6.12
 */
public record ConnectResponse(ResponseHead head, @Nullable String version) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        if (version != null) {
            out.text("version", version);
        }
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static ConnectResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new ConnectResponse(ResponseHead.of(answer), answer.textOrNull("version"));
    }
}
