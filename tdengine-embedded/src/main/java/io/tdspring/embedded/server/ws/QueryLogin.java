// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.ws;

import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Reply;
import io.tdspring.embedded.server.ServerSettings;
import io.tdspring.embedded.server.SqlConnection;
import io.tdspring.embedded.server.TimeZones;
import io.tdspring.embedded.server.Users;
import io.tdspring.embedded.sql.SqlException;
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
    private volatile @Nullable SqlConnection connection;

    public QueryLogin(SqlEngine engine, Users users, ServerSettings settings) {
        this.engine = engine;
        this.users = users;
        this.settings = settings;
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
        users.check(new Credentials(request.user(), request.password()));
        checkMode(request.mode());
        SqlConnection next = new SqlConnection(engine, request.user());
        String database = request.database();
        if (database != null && !database.isEmpty()) {
            next.use(database);
        }
        String zone = request.timeZone();
        if (zone != null && !zone.isEmpty()) {
            next.setZone(zoneOrUtc(zone));
        }
        connection = next;
        reply.send(new ConnectResponse(reply.ok(), settings.version()));
    }

    private static void checkMode(@Nullable Integer mode) {
        if (mode != null) {
            throw mode == BI_MODE ? SqlException.notSupported("BI mode") : Failures.adapter("unexpected mode:" + mode);
        }
    }

    /** The zone of a connection; a name that nobody knows means UTC there. */
    static ZoneId zoneOrUtc(String name) {
        ZoneId zone = TimeZones.find(name);
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
