// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonWriter;

/** An answer that has a head only: every failure, and the success of actions which return nothing. */
public record SimpleResponse(ResponseHead head) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {}

    /** Reads any answer as one without fields. */
    public static SimpleResponse read(String json) {
        return new SimpleResponse(ResponseHead.read(json));
    }
}
