// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Values in JSON: those of a table's tags, or rows column by column; answered by {@link StatementResponse}. What they mean
 * depends on the statement's fields: see {@link JsonValues}.
 *
 * @param values a JSON array, as it was written: of values, or of columns that are arrays of values
 */
public record StmtValues(Kind kind, long requestId, long statementId, String values) implements TextRequest {

    /** What the values are for. */
    public enum Kind {
        TAGS("set_tags", "tags"),
        COLUMNS("bind", "columns");

        private final String action;
        private final String argument;

        Kind(String action, String argument) {
            this.action = action;
            this.argument = argument;
        }

        public String action() {
            return action;
        }
    }

    @Override
    public String action() {
        return kind.action;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("stmt_id", statementId).raw(kind.argument, values);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the arguments cannot be read
     */
    public static StmtValues read(Kind kind, RequestEnvelope request) {
        return request.arguments(args ->
                new StmtValues(kind, args.unsigned("req_id"), args.unsigned("stmt_id"), args.raw(kind.argument)));
    }
}
