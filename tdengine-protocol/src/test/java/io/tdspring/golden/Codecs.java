// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.golden;

import io.tdspring.protocol.BinaryMessage;
import io.tdspring.protocol.schemaless.SchemalessInsert;
import io.tdspring.protocol.schemaless.SchemalessInsertResponse;
import io.tdspring.protocol.stmt.StatementExecResponse;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.StatementResponse;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.stmt.Stmt2Close;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2PrepareResponse;
import io.tdspring.protocol.stmt.Stmt2Result;
import io.tdspring.protocol.stmt.Stmt2ResultResponse;
import io.tdspring.protocol.stmt.StmtBlock;
import io.tdspring.protocol.stmt.StmtFieldsResponse;
import io.tdspring.protocol.stmt.StmtGetParam;
import io.tdspring.protocol.stmt.StmtGetParamResponse;
import io.tdspring.protocol.stmt.StmtInit;
import io.tdspring.protocol.stmt.StmtNumParamsResponse;
import io.tdspring.protocol.stmt.StmtPrepare;
import io.tdspring.protocol.stmt.StmtPrepareResponse;
import io.tdspring.protocol.stmt.StmtRequest;
import io.tdspring.protocol.stmt.StmtSetTableName;
import io.tdspring.protocol.stmt.StmtUseResultResponse;
import io.tdspring.protocol.stmt.StmtValues;
import io.tdspring.protocol.tmq.AssignmentRequest;
import io.tdspring.protocol.tmq.AssignmentResponse;
import io.tdspring.protocol.tmq.CommitOffsetRequest;
import io.tdspring.protocol.tmq.CommitOffsetResponse;
import io.tdspring.protocol.tmq.CommitRequest;
import io.tdspring.protocol.tmq.CommitResponse;
import io.tdspring.protocol.tmq.FetchJsonMetaRequest;
import io.tdspring.protocol.tmq.FetchJsonMetaResponse;
import io.tdspring.protocol.tmq.FetchRawData;
import io.tdspring.protocol.tmq.FetchRawRequest;
import io.tdspring.protocol.tmq.FetchRawResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.ListTopicsRequest;
import io.tdspring.protocol.tmq.ListTopicsResponse;
import io.tdspring.protocol.tmq.OffsetsRequest;
import io.tdspring.protocol.tmq.OffsetsResponse;
import io.tdspring.protocol.tmq.PollRequest;
import io.tdspring.protocol.tmq.PollResponse;
import io.tdspring.protocol.tmq.SeekRequest;
import io.tdspring.protocol.tmq.SubscribeRequest;
import io.tdspring.protocol.tmq.SubscribeResponse;
import io.tdspring.protocol.tmq.UnsubscribeRequest;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.ConnectResponse;
import io.tdspring.protocol.ws.CurrentDatabaseRequest;
import io.tdspring.protocol.ws.CurrentDatabaseResponse;
import io.tdspring.protocol.ws.FetchBlockRequest;
import io.tdspring.protocol.ws.FetchBlockResponse;
import io.tdspring.protocol.ws.FetchRawBlock;
import io.tdspring.protocol.ws.FetchRequest;
import io.tdspring.protocol.ws.FetchResponse;
import io.tdspring.protocol.ws.FetchedBlock;
import io.tdspring.protocol.ws.FreeResult;
import io.tdspring.protocol.ws.NumFieldsResponse;
import io.tdspring.protocol.ws.QueryRequest;
import io.tdspring.protocol.ws.QueryResponse;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ServerInfoRequest;
import io.tdspring.protocol.ws.ServerInfoResponse;
import io.tdspring.protocol.ws.ServerStatusResponse;
import io.tdspring.protocol.ws.SimpleResponse;
import io.tdspring.protocol.ws.TextRequest;
import io.tdspring.protocol.ws.TextResponse;
import io.tdspring.protocol.ws.ValidateSql;
import io.tdspring.protocol.ws.ValidateSqlResponse;
import io.tdspring.protocol.ws.VersionRequest;
import io.tdspring.protocol.ws.VersionResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.function.Function;

/** All decoders of WebSocket messages, by the endpoint, the side and the action. */
public final class Codecs {

    /** {@code /ws}: queries, statements of both interfaces, schemaless inserts. */
    public static final Codecs QUERY = new Codecs(
            Map.ofEntries(
                    text("version", VersionRequest::read),
                    text("conn", ConnectRequest::read),
                    text("query", QueryRequest::read),
                    text("fetch", FetchRequest::read),
                    text("fetch_block", FetchBlockRequest::read),
                    text("free_result", FreeResult::read),
                    text("get_current_db", CurrentDatabaseRequest::read),
                    text("get_server_info", ServerInfoRequest::read),
                    text("insert", SchemalessInsert::read),
                    text("stmt2_init", Stmt2Init::read),
                    text("stmt2_prepare", Stmt2Prepare::read),
                    text("stmt2_exec", Stmt2Exec::read),
                    text("stmt2_result", Stmt2Result::read),
                    text("stmt2_close", Stmt2Close::read),
                    older("init", StmtInit::read),
                    older("prepare", StmtPrepare::read),
                    older("set_table_name", StmtSetTableName::read),
                    older("set_tags", request -> StmtValues.read(StmtValues.Kind.TAGS, request)),
                    older("bind", request -> StmtValues.read(StmtValues.Kind.COLUMNS, request)),
                    older("stmt_get_param", StmtGetParam::read),
                    older("add_batch", StmtRequest::read),
                    older("exec", StmtRequest::read),
                    older("get_tag_fields", StmtRequest::read),
                    older("get_col_fields", StmtRequest::read),
                    older("use_result", StmtRequest::read),
                    older("stmt_num_params", StmtRequest::read),
                    older("close", StmtRequest::read)),
            Map.ofEntries(
                    answer("version", VersionResponse::read),
                    answer("conn", ConnectResponse::read),
                    answer("query", QueryResponse::read),
                    answer("binary_query", QueryResponse::read),
                    answer("fetch", FetchResponse::read),
                    answer("get_current_db", CurrentDatabaseResponse::read),
                    answer("get_server_info", ServerInfoResponse::read),
                    answer("check_server_status", ServerStatusResponse::read),
                    answer("num_fields", NumFieldsResponse::read),
                    answer("validate_sql", ValidateSqlResponse::read),
                    answer("insert", SchemalessInsertResponse::read),
                    answer("stmt2_init", StatementResponse::read),
                    answer("stmt2_prepare", Stmt2PrepareResponse::read),
                    answer("stmt2_bind", StatementResponse::read),
                    answer("stmt2_exec", StatementExecResponse::read),
                    answer("stmt2_result", Stmt2ResultResponse::read),
                    answer("stmt2_close", StatementResponse::read),
                    answer("init", StatementResponse::read),
                    answer("prepare", StmtPrepareResponse::read),
                    answer("set_table_name", StatementResponse::read),
                    answer("set_tags", StatementResponse::read),
                    answer("bind", StatementResponse::read),
                    answer("add_batch", StatementResponse::read),
                    answer("exec", StatementExecResponse::read),
                    answer("get_tag_fields", json -> StmtFieldsResponse.read(json, Role.TAG)),
                    answer("get_col_fields", json -> StmtFieldsResponse.read(json, Role.COLUMN)),
                    answer("use_result", StmtUseResultResponse::read),
                    answer("stmt_num_params", StmtNumParamsResponse::read),
                    answer("stmt_get_param", StmtGetParamResponse::read)));

    /** {@code /rest/tmq}: subscriptions. */
    public static final Codecs TOPICS = new Codecs(
            Map.ofEntries(
                    text("version", VersionRequest::read),
                    text("subscribe", SubscribeRequest::read),
                    text("poll", PollRequest::read),
                    text("fetch", io.tdspring.protocol.tmq.FetchRequest::read),
                    text("fetch_block", io.tdspring.protocol.tmq.FetchBlockRequest::read),
                    text("fetch_raw", FetchRawRequest::read),
                    text("fetch_raw_data", FetchRawData::read),
                    text("fetch_json_meta", FetchJsonMetaRequest::read),
                    text("commit", CommitRequest::read),
                    text("commit_offset", CommitOffsetRequest::read),
                    text("committed", OffsetsRequest::read),
                    text("position", OffsetsRequest::read),
                    text("assignment", AssignmentRequest::read),
                    text("seek", SeekRequest::read),
                    text("list_topics", ListTopicsRequest::read),
                    text("unsubscribe", UnsubscribeRequest::read)),
            Map.ofEntries(
                    answer("version", VersionResponse::read),
                    answer("subscribe", SubscribeResponse::read),
                    answer("poll", PollResponse::read),
                    answer("fetch", io.tdspring.protocol.tmq.FetchResponse::read),
                    answer("fetch_json_meta", FetchJsonMetaResponse::read),
                    answer("commit", CommitResponse::read),
                    answer("commit_offset", CommitOffsetResponse::read),
                    answer("committed", OffsetsResponse::read),
                    answer("position", OffsetsResponse::read),
                    answer("assignment", AssignmentResponse::read),
                    answer("seek", SimpleResponse::read),
                    answer("list_topics", ListTopicsResponse::read),
                    answer("unsubscribe", SimpleResponse::read)));

    private static final Map<Long, Function<ByteBuffer, BinaryMessage>> BINARY_REQUESTS = Map.of(
            1L, StmtBlock::read,
            2L, StmtBlock::read,
            6L, BinaryQuery::read,
            7L, FetchRawBlock::read,
            9L, Stmt2Bind::read,
            10L, ValidateSql::read,
            11L, Stmt2BindExec::read);

    private final Map<String, Function<String, TextRequest>> requests;
    private final Map<String, Function<String, TextResponse>> answers;

    private Codecs(
            Map<String, Function<String, TextRequest>> requests, Map<String, Function<String, TextResponse>> answers) {
        this.requests = requests;
        this.answers = answers;
    }

    private static Map.Entry<String, Function<String, TextRequest>> text(
            String action, Function<String, TextRequest> reader) {
        return Map.entry(action, reader);
    }

    private static Map.Entry<String, Function<String, TextRequest>> older(
            String action, Function<RequestEnvelope, TextRequest> reader) {
        return Map.entry(action, json -> reader.apply(RequestEnvelope.read(json)));
    }

    private static Map.Entry<String, Function<String, TextResponse>> answer(
            String action, Function<String, TextResponse> reader) {
        return Map.entry(action, reader);
    }

    /** Those of the endpoint on which a conversation was recorded. */
    public static Codecs of(String recording) {
        return recording.contains("tmq") ? TOPICS : QUERY;
    }

    public Map<String, Function<String, TextRequest>> requests() {
        return requests;
    }

    public Map<String, Function<String, TextResponse>> answers() {
        return answers;
    }

    /** By the code of the action. */
    public static Map<Long, Function<ByteBuffer, BinaryMessage>> binaryRequests() {
        return BINARY_REQUESTS;
    }

    /** Reads a binary answer, whose form says what it answers. */
    public BinaryMessage readAnswer(ByteBuffer frame) {
        ByteBuffer in = frame.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.getLong(0) == -1) {
            return in.getLong(8) == FetchRawBlock.CODE ? FetchedBlock.read(frame) : FetchedRawData.read(frame);
        }
        if (this == QUERY) {
            return FetchBlockResponse.read(frame);
        }
        // A block begins with its version, which is 2 here and can be 1, and this answer with its action.
        return in.getLong(24) == 3
                ? FetchRawResponse.read(frame)
                : io.tdspring.protocol.tmq.FetchBlockResponse.read(frame);
    }
}
