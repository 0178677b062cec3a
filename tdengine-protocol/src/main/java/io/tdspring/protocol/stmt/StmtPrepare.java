// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/** Gives a statement its SQL, at which the server does not look yet; answered by {@link StmtPrepareResponse}. */
public record StmtPrepare(long requestId, long statementId, String sql) implements TextRequest {

    public static final String ACTION = "prepare";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("stmt_id", statementId).text("sql", sql);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the arguments cannot be read
     */
    public static StmtPrepare read(RequestEnvelope request) {
        return request.arguments(
                args -> new StmtPrepare(args.unsigned("req_id"), args.unsigned("stmt_id"), args.text("sql")));
    }
}
