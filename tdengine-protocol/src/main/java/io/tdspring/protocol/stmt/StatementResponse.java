// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/**
 * An answer that names the statement and nothing else: to {@code stmt2_init}, {@code stmt2_bind} and {@code stmt2_close},
 * to most actions of the older interface, and every failure.
 */
public record StatementResponse(ResponseHead head, long statementId) implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes. */
    public static StatementResponse read(String json) {
        JsonObject answer = JsonObject.read("answer about a statement", json);
        return new StatementResponse(ResponseHead.of(answer), answer.unsigned("stmt_id"));
    }
}
