// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.protocol.stmt.Stmt2ResultResponse;
import io.tdspring.protocol.ws.QueryResponse;

/** The result of a prepared query, which differs from that of others in its columns' lengths alone. */
final class StatementResult {

    /** NCHAR is kept in UCS-4. */
    private static final int CHARACTER_BYTES = 4;

    private StatementResult() {}

    static QueryResponse asQueryResponse(Stmt2ResultResponse answer) {
        return new QueryResponse(
                answer.head(),
                answer.result().resultId(),
                false,
                0,
                answer.result().columns().stream()
                        .map(StatementResult::asDeclared)
                        .toList(),
                answer.result().precision());
    }

    /** With the length as declared instead of the bytes of a cell with its prefix. */
    private static Column asDeclared(Column column) {
        DataType type = column.type();
        if (!type.isVariable()) {
            return column;
        }
        int bytes = column.length() - type.prefixBytes();
        boolean isWide = type == DataType.NCHAR || type == DataType.JSON;
        return Column.of(column.name(), type, isWide ? bytes / CHARACTER_BYTES : bytes);
    }
}
