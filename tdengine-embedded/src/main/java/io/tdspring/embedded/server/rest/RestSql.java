// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.server.Users;
import io.tdspring.embedded.sql.SqlException;
import java.time.ZoneId;

/**
 * {@code POST /rest/sql}: one statement, which leaves nothing behind for the next.
 *
 * <p>Thread-safe.
 */
public final class RestSql {

    private final SqlEngine engine;
    private final Users users;
    private final ServerSettings settings;

    public RestSql(SqlEngine engine, Users users, ServerSettings settings) {
        this.engine = engine;
        this.users = users;
        this.settings = settings;
    }

    /**
     * Answers.
     *
     * @param database the database in the path, or empty
     */
    public void answer(HttpCall call, String database, RestExchange exchange) {
        try {
            RestParameters.checkRequestId(call);
            refuseToken(call);
            Credentials login = Authorization.read(call.authorization());
            RestParameters parameters = RestParameters.read(call, settings);
            String sql = sql(call);
            users.check(login);
            StatementResult result = run(login, database, parameters, sql);
            new RestResult(parameters, settings.blockRows(), exchange).write(result);
        } catch (RestFailure e) {
            exchange.fail(e);
        } catch (RuntimeException | Error e) {
            exchange.fail(Failures.of(e));
        }
    }

    private void refuseToken(HttpCall call) {
        String header = call.authorization();
        if (header != null
                && header.trim().startsWith("Bearer ")
                && settings.version().has(Feature.TOKENS)) {
            throw SqlException.notSupported("Login with a token");
        }
    }

    private static String sql(HttpCall call) {
        if (call.body().isEmpty()) {
            throw new RestFailure(400, 0x1106, "request is empty");
        }
        String sql = call.body().strip();
        if (sql.isEmpty()) {
            throw new RestFailure(400, 0x1107, "no sql input");
        }
        return sql;
    }

    private StatementResult run(Credentials login, String database, RestParameters parameters, String sql) {
        SqlConnection connection = new SqlConnection(engine, login.user());
        ZoneId zone = parameters.sessionZone();
        if (zone != null) {
            connection.setZone(zone);
        }
        if (!database.isEmpty()) {
            useIfThere(connection, database);
        }
        return connection.execute(sql);
    }

    private static void useIfThere(SqlConnection connection, String database) {
        try {
            connection.use(database);
        } catch (SqlException e) {
            // As on a real server: only a statement that needs the database fails.
        }
    }
}
