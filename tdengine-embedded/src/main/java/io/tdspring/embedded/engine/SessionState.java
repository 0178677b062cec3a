// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.engine;

import io.tdspring.embedded.store.ConnectionMode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a connection remembers between statements: its user, its current database and its time zone.
 *
 * <p>Confined to its connection: statements of one connection run one at a time, or each has a state of its own.
 */
public final class SessionState {

    private final String user;
    private @Nullable String database;
    private ZoneId zone;
    private ConnectionMode mode = ConnectionMode.NORMAL;

    /** A session without a database. */
    public SessionState(String user, ZoneId zone) {
        this.user = user;
        this.zone = zone;
    }

    /** The name that logged in. */
    public String user() {
        return user;
    }

    /** The current database, or null. */
    public @Nullable String database() {
        return database;
    }

    /** Makes this the current database, or leaves none; whether it exists is not looked at. */
    public void setDatabase(@Nullable String name) {
        this.database = name;
    }

    /** The zone in which timestamps without one are read and windows are aligned. */
    public ZoneId zone() {
        return zone;
    }

    public void setZone(ZoneId zone) {
        this.zone = zone;
    }

    /** How statements are read; at first {@link ConnectionMode#NORMAL}. */
    public ConnectionMode mode() {
        return mode;
    }

    public void setMode(ConnectionMode mode) {
        this.mode = mode;
    }
}
