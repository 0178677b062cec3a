// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/**
 * Opens a prepared statement; answered by {@link StatementResponse} with its id.
 *
 * @param singleSuperTable promises that all rows go to child tables of one super table
 * @param singleTableOnce promises that each table comes once between two executions; with both promises the server takes
 *     short cuts, and no longer notices changes of the super table's columns
 */
public record Stmt2Init(long requestId, boolean singleSuperTable, boolean singleTableOnce) implements TextRequest {

    public static final String ACTION = "stmt2_init";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public void writeArguments(JsonWriter out) {
        out.bool("single_stb_insert", singleSuperTable).bool("single_table_bind_once", singleTableOnce);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the text cannot be read
     */
    public static Stmt2Init read(String json) {
        return read(RequestEnvelope.read(json));
    }

    /** As {@link #read(String)}, of a request whose envelope has been read. */
    public static Stmt2Init read(RequestEnvelope request) {
        return request.arguments(args -> new Stmt2Init(
                args.unsigned("req_id"), args.bool("single_stb_insert"), args.bool("single_table_bind_once")));
    }
}
