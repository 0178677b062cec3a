// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/** Asks what a placeholder stands for; answered by {@link StmtGetParamResponse}.
 *
 * @param index of the columns' placeholders, from 0 on
 */
public record StmtGetParam(long requestId, long statementId, int index) implements TextRequest {

    public static final String ACTION = "stmt_get_param";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("stmt_id", statementId).number("index", index);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the arguments cannot be read
     */
    public static StmtGetParam read(RequestEnvelope request) {
        return request.arguments(
                args -> new StmtGetParam(args.unsigned("req_id"), args.unsigned("stmt_id"), args.int32("index")));
    }
}
