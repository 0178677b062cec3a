// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/** The answer to {@code use_result}. */
public record StmtUseResultResponse(ResponseHead head, PreparedResult result) implements TextResponse {

    private static final String RESULT_ID = "result_id";

    @Override
    public void writeFields(JsonWriter out) {
        result.writeTo(out, RESULT_ID);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        result.writeFailureTo(out);
    }

    /** Reads what {@link #toJson} writes; of a failure the head and the statement only. */
    public static StmtUseResultResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to use_result", json);
        return new StmtUseResultResponse(ResponseHead.of(answer), PreparedResult.read(answer, RESULT_ID));
    }
}
