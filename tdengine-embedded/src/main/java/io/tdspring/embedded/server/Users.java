// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import io.tdspring.embedded.access.Accounts;
import io.tdspring.embedded.access.Connections;
import io.tdspring.embedded.sql.SqlException;

/**
 * Lets users in.
 *
 * <p>Thread-safe.
 */
public final class Users {

    private final Accounts accounts;
    private final Connections connections;

    public Users(Accounts accounts, Connections connections) {
        this.accounts = accounts;
        this.connections = connections;
    }

    /**
     * Does nothing for a user with the right password.
     *
     * @throws SqlException with the code and the text for what is wrong
     */
    public void check(Credentials login) {
        accounts.check(login.user(), login.password());
    }

    /**
     * Logs a connection in, until it is closed or its user is dropped.
     *
     * @param closer ends the connection
     * @throws SqlException as {@link #check}
     */
    public Connections.Connection login(Credentials login, Runnable closer) {
        // Known before it is checked, so that a user who is dropped meanwhile does not stay.
        Connections.Connection connection = connections.open(login.user(), closer);
        try {
            check(login);
            return connection;
        } catch (SqlException e) {
            connection.close();
            throw e;
        }
    }
}
