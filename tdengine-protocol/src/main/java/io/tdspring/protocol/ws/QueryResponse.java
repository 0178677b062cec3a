// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import java.util.List;

/**
 * What a statement did. A result that is no update must be fetched to its end or freed, even if it has no rows.
 *
 * @param resultId the id to fetch by; 0 for an update
 * @param affectedRows rows written by an update; 0 for a query
 * @param columns the result's columns; empty for an update
 * @param precision of the result's timestamps; milliseconds for an update
 */
public record QueryResponse(
        ResponseHead head,
        long resultId,
        boolean isUpdate,
        long affectedRows,
        List<Column> columns,
        Precision precision)
        implements TextResponse {

    public QueryResponse {
        columns = List.copyOf(columns);
    }

    /** The answer to a statement that has no result. */
    public static QueryResponse update(ResponseHead head, long affectedRows) {
        return new QueryResponse(head, 0, true, affectedRows, List.of(), Precision.MILLISECOND);
    }

    @Override
    public void writeFields(JsonWriter out) {
        ResultColumns fields = new ResultColumns(columns, precision);
        out.unsigned("id", resultId).bool("is_update", isUpdate).number("affected_rows", affectedRows);
        fields.writeTo(out);
        fields.writeDecimalsTo(out);
    }

    /** Reads what {@link #toJson} writes; of a failure the head only. */
    public static QueryResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to a query", json);
        return read(ResponseHead.of(answer), answer);
    }

    /** As {@link #read(String)}, of an answer whose head has been read. */
    public static QueryResponse read(ResponseHead head, JsonObject answer) {
        ResultColumns fields = ResultColumns.read(answer);
        return new QueryResponse(
                head,
                answer.unsigned("id"),
                answer.bool("is_update"),
                answer.int64("affected_rows"),
                fields.columns(),
                fields.precision());
    }
}
