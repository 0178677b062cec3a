// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.embedded.access.Account.Right;
import io.tdspring.embedded.access.Accounts;
import io.tdspring.embedded.access.Connections;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.sql.UserStatement;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * CREATE, ALTER and DROP USER.
 *
 * <p>Thread-safe.
 */
final class UserDdl {

    private final Accounts accounts;
    private final Connections connections;

    UserDdl(Accounts accounts, Connections connections) {
        this.accounts = accounts;
        this.connections = connections;
    }

    /** @param by who asks */
    void change(String by, UserStatement statement) {
        if (!by.equals(Accounts.ROOT)) {
            throw SqlException.notSupported("Changing users as another user than root");
        }
        if (statement instanceof UserStatement.CreateUser create) {
            accounts.create(create.name(), create.password(), rights(create.switches()));
        } else if (statement instanceof UserStatement.AlterUser alter) {
            accounts.alter(alter.name(), alter.password(), rights(alter.switches()));
        } else {
            accounts.drop(statement.name());
            connections.endAllOf(statement.name());
        }
    }

    private static Map<Right, Boolean> rights(Map<String, Boolean> switches) {
        Map<Right, Boolean> rights = new EnumMap<>(Right.class);
        switches.forEach((word, on) -> rights.put(Right.valueOf(word.toUpperCase(Locale.ROOT)), on));
        return rights;
    }
}
