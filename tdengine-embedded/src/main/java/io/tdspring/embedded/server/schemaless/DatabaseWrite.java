// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.schemaless;

import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.server.Users;
import io.tdspring.protocol.schemaless.SchemalessInsert;

/**
 * Writes the rows of one HTTP request, which leaves nothing else behind.
 *
 * <p>Thread-safe.
 */
record DatabaseWrite(SqlEngine engine, Users users) {

    /**
     * Writes.
     *
     * @param database as a statement would name it: in lower case unless it is in back-ticks
     * @throws io.tdspring.embedded.sql.SqlException if the login is wrong or the rows are
     */
    void write(Credentials login, String database, SchemalessInsert rows) {
        users.check(login);
        SqlConnection connection = new SqlConnection(engine, login.user());
        connection.execute("use " + database);
        engine.write(connection.newSession(), rows);
    }
}
