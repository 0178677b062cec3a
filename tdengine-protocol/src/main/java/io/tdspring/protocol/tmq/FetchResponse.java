// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.data.Column;
import io.tdspring.data.Precision;
import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.ResultColumns;
import io.tdspring.protocol.ws.TextResponse;
import java.util.List;

/**
 * The answer to {@link FetchRequest}.
 *
 * @param completed whether the message has no more blocks; the rest is empty and 0 then
 * @param tableName the table of the rows; empty unless asked for when subscribing
 * @param rows of the block that is ready
 * @param columns its columns, which differ from block to block; a DECIMAL has its scale in the block only
 */
public record FetchResponse(
        ResponseHead head,
        long messageId,
        boolean completed,
        String tableName,
        int rows,
        List<Column> columns,
        Precision precision)
        implements TextResponse {

    public FetchResponse {
        columns = List.copyOf(columns);
    }

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("message_id", messageId)
                .bool("completed", completed)
                .text("table_name", tableName)
                .number("rows", rows);
        new ResultColumns(columns, precision).writeTo(out);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("message_id", messageId);
    }

    /** Reads what {@link #toJson} writes; of a failure the head and the message id. */
    public static FetchResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to fetch", json);
        ResultColumns fields = ResultColumns.read(answer);
        return new FetchResponse(
                ResponseHead.of(answer),
                answer.unsigned("message_id"),
                answer.bool("completed"),
                answer.text("table_name"),
                answer.int32("rows"),
                fields.columns(),
                fields.precision());
    }
}
