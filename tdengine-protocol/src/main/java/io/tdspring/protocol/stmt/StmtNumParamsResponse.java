// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/**
 * How many values are bound.
 *
 * @param params the columns of an INSERT, without table name and tags, or the parameters of a query
 */
public record StmtNumParamsResponse(ResponseHead head, long statementId, int params) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId).number("num_params", params);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes. */
    public static StmtNumParamsResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to stmt_num_params", json);
        return new StmtNumParamsResponse(
                ResponseHead.of(answer), answer.unsigned("stmt_id"), answer.int32("num_params"));
    }
}
