// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/** The version of the server, {@code 3.3.7.5} say; some servers leave the request's id 0. */
public record VersionResponse(ResponseHead head, String version) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.text("version", version);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static VersionResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new VersionResponse(ResponseHead.of(answer), answer.text("version"));
    }
}
