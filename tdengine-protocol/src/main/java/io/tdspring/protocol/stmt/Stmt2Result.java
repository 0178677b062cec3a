// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Asks for the result of a query that was run; answered by {@link Stmt2ResultResponse}. The blocks are fetched as those of
 * any result.
 */
public record Stmt2Result(long requestId, long statementId) implements TextRequest {

    public static final String ACTION = "stmt2_result";

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
    public static Stmt2Result read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static Stmt2Result read(RequestEnvelope request) {
        return request.arguments(args -> new Stmt2Result(args.unsigned("req_id"), args.unsigned("stmt_id")));
    }
}
