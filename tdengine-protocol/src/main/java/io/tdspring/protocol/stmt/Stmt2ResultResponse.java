// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.ResultColumns;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/**
 * The result of a query that was run.
 *
 * @param resultId the id to fetch by; each answer has a new one
 * @param columns unlike in other answers their lengths are bytes with the length that precedes a value; empty for an INSERT
 * @param precision of the result's timestamps
 */
public record Stmt2ResultResponse(
        ResponseHead head, long statementId, long resultId, List<Column> columns, Precision precision)
        implements TextResponse {

    public Stmt2ResultResponse {
        columns = List.copyOf(columns);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId).unsigned("id", resultId);
        if (columns.isEmpty()) {
            writeNoColumns(out);
        } else {
            ResultColumns fields = new ResultColumns(columns, precision);
            fields.writeTo(out);
            fields.writeDecimalsTo(out);
        }
    }

    /** Here the lists are empty, elsewhere null. */
    private void writeNoColumns(JsonWriter out) {
        out.number("fields_count", 0)
                .texts("fields_names", List.of())
                .numbers("fields_types", List.of())
                .numbers("fields_lengths", List.of())
                .number("precision", precision.code())
                .numbers("fields_precisions", List.of())
                .numbers("fields_scales", List.of());
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes; of a failure the head and the statement only. */
    public static Stmt2ResultResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to stmt2_result", json);
        ResultColumns fields = ResultColumns.read(answer);
        return new Stmt2ResultResponse(
                ResponseHead.of(answer),
                answer.unsigned("stmt_id"),
                answer.unsigned("id"),
                fields.columns(),
                fields.precision());
    }
}
