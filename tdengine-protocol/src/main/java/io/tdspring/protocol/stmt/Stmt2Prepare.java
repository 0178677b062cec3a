// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Gives a statement its SQL; answered by {@link Stmt2PrepareResponse}.
 *
 * @param withFields whether to look up what the placeholders stand for
 */
public record Stmt2Prepare(long requestId, long statementId, String sql, boolean withFields) implements TextRequest {

    public static final String ACTION = "stmt2_prepare";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("stmt_id", statementId).text("sql", sql).bool("get_fields", withFields);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static Stmt2Prepare read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static Stmt2Prepare read(RequestEnvelope request) {
        return request.arguments(args -> new Stmt2Prepare(
                args.unsigned("req_id"), args.unsigned("stmt_id"), args.text("sql"), args.bool("get_fields")));
    }
}
