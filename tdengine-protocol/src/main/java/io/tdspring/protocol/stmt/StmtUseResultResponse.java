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
 * @param columns unlike in other answers their lengths are bytes with the length that precedes a value
 * @param precision of the result's timestamps
 */
public record StmtUseResultResponse(
        ResponseHead head, long statementId, long resultId, List<Column> columns, Precision precision)
        implements TextResponse {

    public StmtUseResultResponse {
        columns = List.copyOf(columns);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId).unsigned("result_id", resultId);
        ResultColumns fields = new ResultColumns(columns, precision);
        fields.writeTo(out);
        fields.writeDecimalsTo(out);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes; of a failure the head and the statement only. */
    public static StmtUseResultResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to use_result", json);
        ResultColumns fields = ResultColumns.read(answer);
        return new StmtUseResultResponse(
                ResponseHead.of(answer),
                answer.unsigned("stmt_id"),
                answer.unsigned("result_id"),
                fields.columns(),
                fields.precision());
    }
}
