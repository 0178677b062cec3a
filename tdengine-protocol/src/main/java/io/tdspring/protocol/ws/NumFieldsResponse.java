// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/** The number of columns of a result. */
public record NumFieldsResponse(ResponseHead head, int fields) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.number("num_fields", fields);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static NumFieldsResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new NumFieldsResponse(ResponseHead.of(answer), answer.int32("num_fields"));
    }
}
