// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.ServerStatement;
import io.tdspring.protocol.stmt.StatementField;
import java.util.List;

/**
 * A statement on a server.
 *
 * @param fields what its placeholders stand for, as far as that is known
 */
record Prepared(Connection connection, String sql, ServerStatement statement, List<StatementField> fields) {

    Prepared {
        fields = List.copyOf(fields);
    }
}
