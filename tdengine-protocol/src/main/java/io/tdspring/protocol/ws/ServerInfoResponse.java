// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/** Three lines, the first of which is {@code ver:} and the version of the database server. */
public record ServerInfoResponse(ResponseHead head, String info) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.text("info", info);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static ServerInfoResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new ServerInfoResponse(ResponseHead.of(answer), answer.text("info"));
    }
}
