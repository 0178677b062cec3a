// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/**
 * How many rows a statement wrote.
 *
 * @param affectedRows 0 for a query
 */
public record StatementExecResponse(ResponseHead head, long statementId, long affectedRows) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId).number("affected", affectedRows);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes. */
    public static StatementExecResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to an execution", json);
        return new StatementExecResponse(ResponseHead.of(answer), answer.unsigned("stmt_id"), answer.int64("affected"));
    }
}
