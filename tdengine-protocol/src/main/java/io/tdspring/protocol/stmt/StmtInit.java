// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/** Opens a prepared statement of the older interface; answered by {@link StatementResponse} with its id. */
public record StmtInit(long requestId) implements TextRequest {

    public static final String ACTION = "init";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {}

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the arguments cannot be read
     */
    public static StmtInit read(RequestEnvelope request) {
        return request.arguments(args -> new StmtInit(args.unsigned("req_id")));
    }
}
