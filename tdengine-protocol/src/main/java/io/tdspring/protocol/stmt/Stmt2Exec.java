// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Runs a statement with the values bound to it; answered by {@link StatementExecResponse}.
 */
public record Stmt2Exec(long requestId, long statementId) implements TextRequest {

    public static final String ACTION = "stmt2_exec";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static Stmt2Exec read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static Stmt2Exec read(RequestEnvelope request) {
        return request.arguments(args -> new Stmt2Exec(args.unsigned("req_id"), args.unsigned("stmt_id")));
    }
}
