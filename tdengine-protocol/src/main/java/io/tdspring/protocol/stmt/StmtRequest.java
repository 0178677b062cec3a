// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import io.tdspring.protocol.JsonWriter;
import io.tdspring.protocol.ws.InvalidRequestException;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.TextRequest;

/** A request of the older interface that names the statement and nothing else. */
public record StmtRequest(String action, long requestId, long statementId) implements TextRequest {

    /** Ends a table's or a batch's values; answered by {@link StatementResponse}. */
    public static final String ADD_BATCH = "add_batch";
    /** Runs the statement; answered by {@link StatementExecResponse}. */
    public static final String EXEC = "exec";
    /** Asks what the tags are; answered by {@link StmtFieldsResponse}. */
    public static final String GET_TAG_FIELDS = "get_tag_fields";
    /** Asks what the columns are; answered by {@link StmtFieldsResponse}. */
    public static final String GET_COL_FIELDS = "get_col_fields";
    /** Asks for the result of a query that was run; answered by {@link StmtUseResultResponse}. */
    public static final String USE_RESULT = "use_result";
    /** Asks how many columns or parameters there are; answered by {@link StmtNumParamsResponse}. */
    public static final String NUM_PARAMS = "stmt_num_params";
    /** Closes the statement; not answered unless it is of the newer interface. */
    public static final String CLOSE = "close";

    @Override
    public void writeArguments(JsonWriter out) {
        out.unsigned("stmt_id", statementId);
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws InvalidRequestException with the real server's answer, if the arguments cannot be read
     */
    public static StmtRequest read(RequestEnvelope request) {
        return request.arguments(
                args -> new StmtRequest(request.action(), args.unsigned("req_id"), args.unsigned("stmt_id")));
    }
}
