// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResultColumns;
import java.util.List;

/**
 * The result of a query that was prepared and run, as the answers of both interfaces for statements carry it.
 *
 * @param resultId the id to fetch by; each answer has a new one
 * @param columns unlike in other answers their lengths are bytes with the length that precedes a value; empty for an INSERT
 * @param precision of the result's timestamps
 */
public record PreparedResult(long statementId, long resultId, List<Column> columns, Precision precision) {

    private static final String STATEMENT = "stmt_id";

    public PreparedResult {
        columns = List.copyOf(columns);
    }

    static PreparedResult read(JsonObject answer, String idField) {
        ResultColumns fields = ResultColumns.read(answer);
        return new PreparedResult(
                answer.unsigned(STATEMENT), answer.unsigned(idField), fields.columns(), fields.precision());
    }

    void writeTo(JsonWriter out, String idField) {
        out.unsigned(STATEMENT, statementId).unsigned(idField, resultId);
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

    void writeFailureTo(JsonWriter out) {
        out.unsigned(STATEMENT, statementId);
    }
}
