// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/**
 * What kind of statement it is, by its first word.
 */
public record StmtPrepareResponse(ResponseHead head, long statementId, boolean isInsert) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId).bool("is_insert", isInsert);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes. */
    public static StmtPrepareResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to prepare", json);
        return new StmtPrepareResponse(ResponseHead.of(answer), answer.unsigned("stmt_id"), answer.bool("is_insert"));
    }
}
