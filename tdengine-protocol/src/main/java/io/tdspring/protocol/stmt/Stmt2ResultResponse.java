// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/** The answer to {@code stmt2_result}. */
public record Stmt2ResultResponse(ResponseHead head, PreparedResult result) implements TextResponse {

    private static final String RESULT_ID = "id";

    @Override
    public void writeFields(JsonWriter out) {
        result.writeTo(out, RESULT_ID);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        result.writeFailureTo(out);
    }

    /** Reads what {@link #toJson} writes; of a failure the head and the statement only. */
    public static Stmt2ResultResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to stmt2_result", json);
        return new Stmt2ResultResponse(ResponseHead.of(answer), PreparedResult.read(answer, RESULT_ID));
    }
}
