// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.access.Connections;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.ServerVersion.Feature;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.server.TimeZones;
import io.tdspring.embedded.server.Users;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.ConnectionMode;
import io.tdspring.protocol.ws.ConnectOption;
import io.tdspring.protocol.ws.ConnectRequest;
import io.tdspring.protocol.ws.ConnectResponse;
import io.tdspring.protocol.ws.RequestEnvelope;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The login of a connection to {@code /ws}: none at first, then one for good.
 *
 * <p>Thread-safe.
 */
public final class QueryLogin {

    private static final int BI_MODE = 0;

    private final SqlEngine engine;
    private final Users users;
    private final ServerSettings settings;
    private final Runnable closer;
    private volatile @Nullable SqlConnection connection;
    private volatile Connections.@Nullable Connection login;
    private volatile boolean closed;

    /** @param closer ends the connection */
    public QueryLogin(SqlEngine engine, Users users, ServerSettings settings, Runnable closer) {
        this.engine = engine;
        this.users = users;
        this.settings = settings;
        this.closer = closer;
    }

    boolean isConnected() {
        return connection != null;
    }

    /**
     * The login.
     *
     * @throws SqlException if there is none yet
     */
    SqlConnection connection() {
        SqlConnection current = connection;
        if (current == null) {
            throw Failures.adapter("server not connected");
        }
        return current;
    }

    /** Logs in; a failed attempt may be repeated. */
    synchronized void connect(RequestEnvelope envelope, Reply reply) {
        ConnectRequest request = ConnectRequest.read(envelope);
        if (connection != null) {
            throw Failures.adapter("duplicate connections");
        }
        if (settings.version().has(Feature.TOKENS) && needsTokens(request)) {
            throw SqlException.notSupported("Login with a token");
        }
        Connections.Connection entered = users.login(
                new Credentials(request.option(ConnectOption.USER), request.option(ConnectOption.PASSWORD)), closer);
        try {
            connection = prepared(request);
        } catch (RuntimeException e) {
            entered.close();
            throw e;
        }
        entered.setApplication(request.options().get(ConnectOption.APPLICATION));
        login = entered;
        if (closed) {
            entered.close();
        }
        reply.send(new ConnectResponse(reply.ok(), settings.version().inLogin()));
    }

    private static boolean needsTokens(ConnectRequest request) {
        return !request.option(ConnectOption.BEARER_TOKEN).isEmpty()
                || !request.option(ConnectOption.TOTP_CODE).isEmpty();
    }

    private SqlConnection prepared(ConnectRequest request) {
        SqlConnection next = new SqlConnection(engine, request.option(ConnectOption.USER));
        next.setMode(modeOf(request.mode()));
        String database = request.option(ConnectOption.DATABASE);
        if (!database.isEmpty()) {
            next.use(database);
        }
        String zone = request.option(ConnectOption.TIME_ZONE);
        if (!zone.isEmpty() && settings.version().has(Feature.CONNECTION_OPTIONS)) {
            next.setZone(zoneOrUtc(zone));
        }
        return next;
    }

    /** Shows the connection under another name; null for none. */
    void setApplication(@Nullable String name) {
        Connections.Connection current = login;
        if (current != null) {
            current.setApplication(name);
        }
    }

    /** Logs out: the connection has ended. */
    void close() {
        closed = true;
        Connections.Connection current = login;
        if (current != null) {
            current.close();
        }
    }

    private static ConnectionMode modeOf(@Nullable Integer mode) {
        if (mode == null) {
            return ConnectionMode.NORMAL;
        }
        if (mode != BI_MODE) {
            throw Failures.adapter("unexpected mode:" + mode);
        }
        return ConnectionMode.BI;
    }

    /** The zone of a connection; a name that nobody knows means UTC there. */
    static ZoneId zoneOrUtc(String name) {
        ZoneId zone = TimeZones.find(name);
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
