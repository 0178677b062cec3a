// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.server.Endpoints;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.HttpAnswer;
import io.tdspring.embedded.server.HttpCall;
import io.tdspring.embedded.server.Outbox;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerThreads;
import io.tdspring.embedded.server.Users;
import io.tdspring.embedded.server.WebSocketSession;
import io.tdspring.embedded.server.rest.RestExchange;
import io.tdspring.embedded.server.rest.RestLogin;
import io.tdspring.embedded.server.rest.RestSql;
import io.tdspring.embedded.server.tmq.TmqMembership;
import io.tdspring.embedded.server.tmq.TmqSession;
import io.tdspring.embedded.server.ws.OpenResults;
import io.tdspring.embedded.server.ws.QueryActions;
import io.tdspring.embedded.server.ws.QueryLogin;
import io.tdspring.embedded.server.ws.QuerySession;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the server, and who answers there.
 *
 * <p>Thread-safe.
 */
final class ServerEndpoints implements Endpoints {

    private static final String QUERY_PATH = "/ws";
    private static final String TMQ_PATH = "/rest/tmq";
    private static final String SQL_PATH = "/rest/sql";
    private static final String LOGIN_PATH = "/rest/login/";
    private static final String PING_PATH = "/-/ping";
    private static final String TEXT = "text/plain";

    private final SqlEngine engine;
    private final Users users;
    private final ServerSettings settings;
    private final ServerThreads threads;
    private final ThreadFactory consumerThreads;
    private final RestSql restSql;
    private final RestLogin restLogin;

    ServerEndpoints(SqlEngine engine, ServerSettings settings, ServerThreads threads) {
        this.engine = engine;
        this.users = new Users(engine.accounts(), engine.connections());
        this.settings = settings;
        this.threads = threads;
        this.consumerThreads = threads.factory("consumer");
        this.restSql = new RestSql(engine, users, settings);
        this.restLogin = new RestLogin(users);
    }

    @Override
    public boolean isWebSocket(String path) {
        return path.equals(QUERY_PATH) || path.equals(TMQ_PATH);
    }

    @Override
    public @Nullable WebSocketSession webSocket(String path, Outbox outbox) {
        return switch (path) {
            case QUERY_PATH -> querySession(outbox);
            case TMQ_PATH -> {
                TmqMembership membership = new TmqMembership(engine.subscriptions(), users, outbox::close);
                yield new TmqSession(outbox, consumerThreads, membership, settings);
            }
            default -> null;
        };
    }

    private QuerySession querySession(Outbox outbox) {
        OpenResults results = new OpenResults(settings.blockRows());
        QueryLogin login = new QueryLogin(engine, users, settings, outbox::close);
        QueryActions actions = new QueryActions(settings, login, results);
        return new QuerySession(outbox, threads.sql(), results, actions);
    }

    @Override
    public void http(HttpCall call, HttpAnswer answer) {
        String path = call.path();
        if (isPost(call) && (path.equals(SQL_PATH) || isDatabasePath(path))) {
            String database = path.equals(SQL_PATH) ? "" : path.substring(SQL_PATH.length() + 1);
            runSql(call, database, answer);
        } else if (isGet(call) && path.startsWith(LOGIN_PATH)) {
            restLogin.answer(path.substring(LOGIN_PATH.length()), answer);
        } else if (isGet(call) && path.equals(PING_PATH)) {
            answer.send(200, "", new byte[0]);
        } else if (isGet(call) && isWebSocket(path)) {
            answer.send(400, TEXT, "Bad Request".getBytes(StandardCharsets.UTF_8));
        } else {
            answer.send(404, TEXT, "404 page not found".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void runSql(HttpCall call, String database, HttpAnswer answer) {
        RestExchange exchange = new RestExchange(answer);
        try {
            threads.sql().execute(() -> restSql.answer(call, database, exchange));
        } catch (RejectedExecutionException e) {
            exchange.fail(Failures.adapter("the embedded server is closing"));
        }
    }

    private static boolean isPost(HttpCall call) {
        return call.method().equals("POST");
    }

    private static boolean isGet(HttpCall call) {
        return call.method().equals("GET");
    }

    /** Whether this is {@code /rest/sql/} and one name. */
    private static boolean isDatabasePath(String path) {
        String prefix = SQL_PATH + "/";
        return path.startsWith(prefix) && path.length() > prefix.length() && path.indexOf('/', prefix.length()) < 0;
    }
}
