// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonObject;
import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.ResponseHead;
import io.tdspring.protocol.ws.TextResponse;

/**
 * What a placeholder stands for.
 *
 * @param typeCode of its type
 * @param bytes the width of a value, with the length that precedes one of no fixed width
 */
public record StmtGetParamResponse(ResponseHead head, long statementId, int index, int typeCode, int bytes)
        implements TextResponse {

    @Override
    public void writeFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId)
                .number("index", index)
                .number("data_type", typeCode)
                .number("length", bytes);
    }

    @Override
    public void writeFailureFields(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /** Reads what {@link #toJson} writes. */
    public static StmtGetParamResponse read(String json) {
        JsonObject answer = JsonObject.read("answer to stmt_get_param", json);
        return new StmtGetParamResponse(
                ResponseHead.of(answer),
                answer.unsigned("stmt_id"),
                answer.int32("index"),
                answer.int32("data_type"),
                answer.int32("length"));
    }
}
