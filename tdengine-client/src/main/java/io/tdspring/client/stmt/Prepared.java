// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.ConnectionLease;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.client.transport.SessionState;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.protocol.stmt.StatementField;
import java.util.List;

/**
 * A statement on a server.
 *
 * @param lease of its connection; over while the statement is kept for later
 * @param fields what its placeholders stand for, as far as that is known
 */
public record Prepared(ConnectionLease lease, String sql, ServerStatement statement, List<StatementField> fields) {

    public Prepared {
        fields = List.copyOf(fields);
    }

    /** This statement, which has been kept, with a new lease of its connection. */
    Prepared under(ConnectionLease other) {
        return new Prepared(other, sql, statement, fields);
    }

    Connection connection() {
        return lease.connection();
    }

    /** Whether the same text means the same in sessions with this state. */
    boolean meansTheSameIn(SessionState state) {
        return lease.state().equals(state) || InsertSql.read(sql).namesDatabase();
    }

    /**
     * Refuses what another one says about the placeholders if values for this one cannot be sent to it.
     *
     * @param now of the same text, prepared later
     * @throws TdengineStatementException if so
     */
    void requireSameTypes(List<StatementField> now) {
        if (now.size() != fields.size()) {
            throw new TdengineStatementException("the columns have changed since the statement was prepared", null);
        }
        for (int i = 0; i < now.size(); i++) {
            StatementField was = fields.get(i);
            StatementField is = now.get(i);
            if (was.type() != is.type() || was.precision() != is.precision() || was.scale() != is.scale()) {
                throw new TdengineStatementException(
                        "the type of " + was.name() + " has changed since the statement was prepared", null);
            }
        }
    }

    /** Closes the statement, and gives the connection back; idempotent. */
    public void close() {
        statement.close();
        lease.close();
    }
}
