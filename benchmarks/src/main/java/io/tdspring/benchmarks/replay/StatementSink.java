// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.StatementExecResponse;
import io.tdspring.protocol.stmt.StatementField;
import io.tdspring.protocol.stmt.StatementField.Role;
import io.tdspring.protocol.stmt.StatementResponse;
import io.tdspring.protocol.stmt.Stmt2Bind;
import io.tdspring.protocol.stmt.Stmt2BindExec;
import io.tdspring.protocol.stmt.Stmt2Exec;
import io.tdspring.protocol.stmt.Stmt2Init;
import io.tdspring.protocol.stmt.Stmt2Prepare;
import io.tdspring.protocol.stmt.Stmt2PrepareResponse;
import io.tdspring.protocol.ws.RequestEnvelope;
import io.tdspring.protocol.ws.ResponseHead;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the rows of one connection's prepared statements and forgets them; of a frame it looks at the numbers of tables
 * and rows only. Whatever is prepared is {@code insert into ? using weather tags(?) values(?,?,?,?)}. Confined to one
 * thread, but for the answers to executions.
 */
final class StatementSink {

    /** Where a frame of {@code stmt2_bind} has these. */
    private static final int BIND_DATA = 30;

    private static final int TABLES = BIND_DATA + 4;
    private static final int COLUMNS_OFFSET = BIND_DATA + 24;
    private static final int ROWS_OF_COLUMN = 8;

    /** Where a frame of {@code stmt2_bind_exec} has these. */
    private static final int JOINT_ROWS = 30;

    private static final int JOINT_TABLES = 34;

    private static final List<StatementField> FIELDS = List.of(
            field("tbname", DataType.VARCHAR, 271, Role.TABLE_NAME),
            field("station", DataType.INT, 4, Role.TAG),
            field("ts", DataType.TIMESTAMP, 8, Role.COLUMN),
            field("a", DataType.FLOAT, 4, Role.COLUMN),
            field("b", DataType.INT, 4, Role.COLUMN),
            field("c", DataType.FLOAT, 4, Role.COLUMN));

    private final ServerFrames out;
    private final WriteCounters counters;
    private final Execution execution;
    private final Map<Long, Long> rowsBound = new HashMap<>();
    private final Set<Long> inFlight = new HashSet<>();
    private long lastId;

    StatementSink(ServerFrames out, WriteCounters counters, Execution execution) {
        this.out = out;
        this.counters = counters;
        this.execution = execution;
    }

    private static StatementField field(String name, DataType type, int bytes, Role role) {
        return new StatementField(name, type, 0, 0, bytes, role);
    }

    void init(RequestEnvelope request) throws IOException {
        Stmt2Init init = Stmt2Init.read(request);
        counters.statementBegun(init.singleSuperTable() || init.singleTableOnce());
        acknowledge(Stmt2Init.ACTION, init.requestId(), ++lastId);
    }

    void prepare(RequestEnvelope request) throws IOException {
        Stmt2Prepare prepare = Stmt2Prepare.read(request);
        ResponseHead head = ResponseHead.ok(Stmt2Prepare.ACTION, prepare.requestId(), 1);
        out.sendText(new Stmt2PrepareResponse(head, prepare.statementId(), true, FIELDS, FIELDS.size()).toJson());
    }

    void acknowledge(String action, long requestId, long statementId) throws IOException {
        out.sendText(new StatementResponse(ResponseHead.ok(action, requestId, 1), statementId).toJson());
    }

    void bind(ClientFrames frame) throws IOException {
        long statement = frame.longAt(8);
        int tables = frame.intAt(TABLES);
        long rows = rowsOf(frame, tables);
        counters.bound(tables, rows, frame.length());
        rowsBound.merge(statement, rows, Long::sum);
        if (inFlight.add(statement)) {
            counters.executionBegun();
        }
        acknowledge(Stmt2Bind.ACTION, frame.longAt(0), statement);
    }

    /** Each table has the lengths of its columns' data, and its first column has the number of rows. */
    private static long rowsOf(ClientFrames frame, int tables) {
        int lengths = BIND_DATA + frame.intAt(COLUMNS_OFFSET);
        int column = lengths + 4 * tables;
        long rows = 0;
        for (int table = 0; table < tables; table++) {
            rows += frame.intAt(column + ROWS_OF_COLUMN);
            column += frame.intAt(lengths + 4 * table);
        }
        return rows;
    }

    void execute(long requestId, long statement) {
        Long rows = rowsBound.remove(statement);
        inFlight.remove(statement);
        answer(Stmt2Exec.ACTION, requestId, statement, rows == null ? 0 : rows);
    }

    /** What {@code stmt2_bind} and {@code stmt2_exec} do, in one message. */
    void bindAndExecute(ClientFrames frame) {
        int rows = frame.intAt(JOINT_ROWS);
        counters.bound(frame.intAt(JOINT_TABLES), rows, frame.length());
        counters.executionBegun();
        answer(Stmt2BindExec.ACTION, frame.longAt(0), frame.longAt(8), rows);
    }

    private void answer(String action, long requestId, long statement, long rows) {
        ResponseHead head = ResponseHead.ok(action, requestId, 1);
        String answer = new StatementExecResponse(head, statement, rows).toJson();
        execution.end(() -> {
            counters.executionsEnded(1);
            out.sendText(answer);
        });
    }

    void close(String action, long requestId, long statement) throws IOException {
        rowsBound.remove(statement);
        if (inFlight.remove(statement)) {
            counters.executionsEnded(1);
        }
        acknowledge(action, requestId, statement);
    }

    /** Forgets the statements that were never executed. */
    void forget() {
        counters.executionsEnded(inFlight.size());
        inFlight.clear();
    }
}
