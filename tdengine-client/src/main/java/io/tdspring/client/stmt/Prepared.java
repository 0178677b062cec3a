// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.ConnectionLease;
import io.tdspring.client.transport.ServerStatement;
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

    /** Closes the statement, and gives the connection back; idempotent. */
    public void close() {
        statement.close();
        lease.close();
    }
}
