// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/**
 * What the tags or the columns are.
 *
 * @param role of all of them, which the answer does not say
 */
public record StmtFieldsResponse(
        ResponseHead head, long statementId, StatementField.Role role, List<StatementField> fields)
        implements TextResponse {

    public StmtFieldsResponse {
        fields = List.copyOf(fields);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
        if (!fields.isEmpty()) {
            out.objects("fields", fields, StatementField::writeWithoutRole);
        } else if (role != StatementField.Role.TAG) {
            out.text("fields", null);
        }
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes. */
    public static StmtFieldsResponse read(String json, StatementField.Role role) {
        JsonObject answer = JsonObject.read("answer about a statement's fields", json);
        List<StatementField> fields = answer.objects("fields").stream()
                .map(field -> StatementField.read(field, role))
                .toList();
        return new StmtFieldsResponse(ResponseHead.of(answer), answer.unsigned("stmt_id"), role, fields);
    }
}
