// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server;

import io.tdspring.embedded.engine.SessionState;
import io.tdspring.embedded.engine.SqlEngine;
import io.tdspring.embedded.engine.StatementResult;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.ConnectionMode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A login with its current database and time zone, which the statements of one connection share.
 *
 * <p>Thread-safe: each statement works on a state of its own, and what it changed counts for those that start later.
 */
public final class SqlConnection {

    private static final int MAX_SQL_BYTES = 1024 * 1024;
    private static final int MAX_BYTES_PER_CHAR = 3;

    private final SqlEngine engine;
    private final String user;
    private volatile @Nullable String database;
    private volatile @Nullable ZoneId zone;
    private volatile ConnectionMode mode = ConnectionMode.NORMAL;

    public SqlConnection(SqlEngine engine, String user) {
        this.engine = engine;
        this.user = user;
    }

    /** The current database, or null. */
    public @Nullable String database() {
        return database;
    }

    /** Makes this the time zone; null for the server's. */
    public void setZone(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /** Has statements read so from now on. */
    public void setMode(ConnectionMode mode) {
        this.mode = mode;
    }

    /** Makes a database the current one; its name is taken as it is, with its case. */
    public void use(String name) {
        execute("use `" + name.replace("`", "``") + "`");
    }

    /**
     * Runs a statement.
     *
     * @throws SqlException if it fails
     */
    public StatementResult execute(String sql) {
        checkLength(sql);
        SessionState session = newSession();
        String before = session.database();
        StatementResult result = engine.execute(session, sql);
        if (!Objects.equals(before, session.database())) {
            database = session.database();
        }
        return result;
    }

    /**
     * Finds out whether a statement could be run, without any effect.
     *
     * @throws SqlException as {@link #execute} would
     */
    public void validate(String sql) {
        checkLength(sql);
        engine.validate(newSession(), sql);
    }

    /** The engine that the statements run in. */
    public SqlEngine engine() {
        return engine;
    }

    /** A state for one statement, with the database and time zone of now. */
    public SessionState newSession() {
        SessionState session = engine.newSession(user);
        ZoneId ownZone = zone;
        if (ownZone != null) {
            session.setZone(ownZone);
        }
        session.setMode(mode);
        session.setDatabase(database);
        return session;
    }

    /**
     * Checks the length of a statement.
     *
     * @throws SqlException if TDengine does not take so long a one
     */
    public static void checkLength(String sql) {
        // Most statements are so short that nobody needs to count their bytes.
        if (sql.length() > MAX_SQL_BYTES / MAX_BYTES_PER_CHAR
                && sql.getBytes(StandardCharsets.UTF_8).length > MAX_SQL_BYTES) {
            throw new SqlException(0x0219, "SQL statement too long");
        }
    }
}
