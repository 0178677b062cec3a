// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/**
 * How a server is.
 *
 * @param status 0 not available, 1 the network is, 2 the service is, 3 with restrictions, 4 the server is ending
 */
public record ServerStatusResponse(ResponseHead head, int status, String details) implements TextResponse {

    /** The status of a server that works. */
    public static final int AVAILABLE = 2;

    @Override
    public void writeFields(JsonWriter out) {
        out.number("status", status).text("details", details);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static ServerStatusResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new ServerStatusResponse(ResponseHead.of(answer), answer.int32("status"), answer.text("details"));
    }
}
