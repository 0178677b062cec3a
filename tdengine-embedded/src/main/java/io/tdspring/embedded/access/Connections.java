// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are logged in.
 *
 * <p>Thread-safe.
 */
public final class Connections {

    private static final int MOST_NAME_BYTES = 23;

    private final Clock clock;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, Connection> open = new ConcurrentSkipListMap<>();

    public Connections(Clock clock) {
        this.clock = clock;
    }

    /**
     * Adds a connection.
     *
     * @param closer ends it; called at most once, and returns at once
     */
    public Connection open(String user, Runnable closer) {
        Connection connection = new Connection(lastId.incrementAndGet(), user, clock.instant(), closer);
        open.put(connection.id, connection);
        return connection;
    }

    /** All connections in the order of their logins. */
    public List<Connection> all() {
        return List.copyOf(open.values());
    }

    /** Ends the connections of a user. */
    public void endAllOf(String user) {
        for (Connection connection : open.values()) {
            if (connection.user.equals(user)) {
                connection.end();
            }
        }
    }

    /** A login over a connection. Thread-safe. */
    public final class Connection implements AutoCloseable {

        private final long id;
        private final String user;
        private final Instant login;
        private final Runnable closer;
        private volatile @Nullable String application;

        private Connection(long id, String user, Instant login, Runnable closer) {
            this.id = id;
            this.user = user;
            this.login = login;
            this.closer = closer;
        }

        /** A number that no other connection of the server has had. */
        public long id() {
            return id;
        }

        public String user() {
            return user;
        }

        public Instant login() {
            return login;
        }

        /** What the client calls itself, or null. */
        public @Nullable String application() {
            return application;
        }

        /** Shows the connection under this name, as much of it as TDengine keeps; null for none. */
        public void setApplication(@Nullable String name) {
            this.application = name == null ? null : beginning(name);
        }

        private static String beginning(String name) {
            int end = 0;
            int bytes = 0;
            while (end < name.length()) {
                int character = name.codePointAt(end);
                bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
                if (bytes > MOST_NAME_BYTES) {
                    break;
                }
                end += Character.charCount(character);
            }
            return name.substring(0, end);
        }

        private void end() {
            if (open.remove(id) != null) {
                closer.run();
            }
        }

        /** Forgets the connection, which has ended. */
        @Override
        public void close() {
            open.remove(id);
        }
    }
}
