// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/** Says which table the next values are for; answered by {@link StatementResponse}. */
public record StmtSetTableName(long requestId, long statementId, String name) implements TextRequest {

    public static final String ACTION = "set_table_name";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("stmt_id", statementId).text("name", name);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the arguments cannot be read
     */
    public static StmtSetTableName read(RequestEnvelope request) {
        return request.arguments(
                args -> new StmtSetTableName(args.unsigned("req_id"), args.unsigned("stmt_id"), args.text("name")));
    }
}
