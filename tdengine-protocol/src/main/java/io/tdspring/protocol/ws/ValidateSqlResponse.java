// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;

/**
 * Whether a statement could be run.
 *
 * @param verdict 0 if it could, else the error's code in its 32 bits, thus negative; the head is one of success then, too
 */
public record ValidateSqlResponse(ResponseHead head, int verdict) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.number("result_code", verdict);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static ValidateSqlResponse read(String json) {
        JsonObject answer = JsonObject.read("answer", json);
        return new ValidateSqlResponse(ResponseHead.of(answer), answer.int32("result_code"));
    }
}
