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
import io.tdspring.embedded.server.faults.InjectedFaults;
import io.tdspring.embedded.server.rest.RestExchange;
import io.tdspring.embedded.server.rest.RestLogin;
import io.tdspring.embedded.server.rest.RestRequest;
import io.tdspring.embedded.server.rest.RestSql;
import io.tdspring.embedded.server.rest.RestVgroups;
import io.tdspring.embedded.server.schemaless.SchemalessHttp;
import io.tdspring.embedded.server.tmq.TmqMembership;
import io.tdspring.embedded.server.tmq.TmqSession;
import io.tdspring.embedded.server.ws.OpenResults;
import io.tdspring.embedded.server.ws.QueryActions;
import io.tdspring.embedded.server.ws.QueryLogin;
import io.tdspring.embedded.server.ws.QuerySession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
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
    private static final String VGROUPS = "vgid";

    /** What a real server answers on, for clients of long ago or for its operators. */
    private static final Set<String> NOT_SUPPORTED =
            Set.of("/rest/ws", "/rest/stmt", "/rest/schemaless", "/rest/upload", "/metrics");

    private static final String TEXT = "text/plain";

    private final SqlEngine engine;
    private final Users users;
    private final ServerSettings settings;
    private final ServerThreads threads;
    private final InjectedFaults faults;
    private final ThreadFactory consumerThreads;
    private final RestSql restSql;
    private final RestVgroups restVgroups;
    private final RestLogin restLogin;
    private final SchemalessHttp schemaless;
    private final LongAdder openResults = new LongAdder();

    ServerEndpoints(SqlEngine engine, ServerSettings settings, ServerThreads threads, InjectedFaults faults) {
        this.engine = engine;
        this.users = new Users(engine.accounts(), engine.connections());
        this.settings = settings;
        this.threads = threads;
        this.faults = faults;
        this.consumerThreads = threads.factory("consumer");
        this.restSql = new RestSql(engine, users, settings);
        this.restVgroups = new RestVgroups(engine.catalog(), users);
        this.restLogin = new RestLogin(users);
        this.schemaless = new SchemalessHttp(engine, users);
    }

    /** How many results of all connections have not been read to their ends. */
    int openResults() {
        return openResults.intValue();
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
                yield new TmqSession(outbox, consumerThreads, membership, settings, faults);
            }
            default -> null;
        };
    }

    private QuerySession querySession(Outbox outbox) {
        OpenResults results = new OpenResults(settings.blockRows(), openResults);
        QueryLogin login = new QueryLogin(engine, users, settings, outbox::close);
        QueryActions actions = new QueryActions(settings, login, results);
        return new QuerySession(outbox, threads.sql(), results, actions, faults);
    }

    @Override
    public void http(HttpCall call, HttpAnswer answer) {
        faults.admit(new RestRequest(call, answer, where -> route(call, where)));
    }

    private void route(HttpCall call, HttpAnswer answer) {
        String path = call.path();
        if (isPost(call) && (path.equals(SQL_PATH) || path.startsWith(SQL_PATH + "/"))) {
            sql(call, answer);
        } else if (schemaless.answers(call)) {
            write(call, answer);
        } else if (isGet(call) && path.startsWith(LOGIN_PATH)) {
            restLogin.answer(path.substring(LOGIN_PATH.length()), answer);
        } else if (isGet(call) && path.equals(PING_PATH)) {
            answer.send(200, "", new byte[0]);
        } else if (isGet(call) && isWebSocket(path)) {
            answer.send(400, TEXT, utf8("Bad Request"));
        } else if (NOT_SUPPORTED.contains(path)) {
            answer.send(501, TEXT, utf8(path + " is not supported by the embedded server"));
        } else {
            notFound(answer);
        }
    }

    private void sql(HttpCall call, HttpAnswer answer) {
        List<String> names = names(call.path());
        if (names.size() <= 1) {
            String database = names.isEmpty() ? "" : names.get(0);
            run(answer, exchange -> restSql.answer(call, database, exchange));
        } else if (names.size() == 2 && names.get(1).equals(VGROUPS)) {
            run(answer, exchange -> restVgroups.answer(call, names.get(0), exchange));
        } else {
            notFound(answer);
        }
    }

    /** What follows {@code /rest/sql}. */
    private static List<String> names(String path) {
        return path.equals(SQL_PATH)
                ? List.of()
                : List.of(path.substring(SQL_PATH.length() + 1).split("/", -1));
    }

    private void run(HttpAnswer answer, Consumer<RestExchange> task) {
        RestExchange exchange = new RestExchange(answer);
        try {
            threads.sql().execute(() -> task.accept(exchange));
        } catch (RejectedExecutionException e) {
            exchange.fail(Failures.adapter("the embedded server is closing"));
        }
    }

    private static void notFound(HttpAnswer answer) {
        answer.send(404, TEXT, utf8("404 page not found"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(HttpCall call, HttpAnswer answer) {
        try {
            threads.sql().execute(() -> schemaless.answer(call, answer));
        } catch (RejectedExecutionException e) {
            answer.send(503, TEXT, "the embedded server is closing".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isPost(HttpCall call) {
        return call.method().equals("POST");
    }

    private static boolean isGet(HttpCall call) {
        return call.method().equals("GET");
    }
}
