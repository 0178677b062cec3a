// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a prepared statement is.
 *
 * @param fields what the placeholders of an INSERT stand for, in their order; null for a query, and if nobody asked
 * @param fieldsCount the number of placeholders; 0 if nobody asked
 */
public record Stmt2PrepareResponse(
        ResponseHead head,
        long statementId,
        boolean isInsert,
        @Nullable List<StatementField> fields,
        int fieldsCount) implements TextResponse {

    public Stmt2PrepareResponse {
        fields = fields == null ? null : List.copyOf(fields);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId).bool("is_insert", isInsert);
        if (fields == null) {
            out.text("fields", null);
        } else {
            out.objects("fields", fields, StatementField::writeTo);
        }
        out.number("fields_count", fieldsCount);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes. */
    public static Stmt2PrepareResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to stmt2_prepare", json);
        List<StatementField> fields = answer.isNull("fields")
                ? null
                : answer.objects("fields").stream().map(StatementField::read).toList();
        return new Stmt2PrepareResponse(
                ResponseHead.of(answer),
                answer.unsigned("stmt_id"),
                answer.bool("is_insert"),
                fields,
                answer.int32("fields_count"));
    }
}
