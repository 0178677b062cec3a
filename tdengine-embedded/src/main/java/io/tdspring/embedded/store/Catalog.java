// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All databases of a server.
 *
 * <p>Thread-safe: a database appears and vanishes as a whole.
 */
public final class Catalog {

    /** A real server's first vgroup is 2: 1 is its own. */
    private static final int FIRST_VGROUP = 2;

    private final Clock clock;
    private final ZoneId zone;
    private final String version;
    private final MemoryBudget memory;
    private final Map<String, Database> databases = new ConcurrentSkipListMap<>();
    private final AtomicInteger nextVgroup = new AtomicInteger(FIRST_VGROUP);

    /**
     * An empty catalog.
     *
     * @param clock what NOW and KEEP are measured by
     * @param zone the server's time zone
     * @param version what {@code server_version()} tells
     * @param memory what the rows of all tables share
     */
    public Catalog(Clock clock, ZoneId zone, String version, MemoryBudget memory) {
        this.clock = clock;
        this.zone = zone;
        this.version = version;
        this.memory = memory;
    }

    public Clock clock() {
        return clock;
    }

    /** The server's time zone, which a session starts with. */
    public ZoneId zone() {
        return zone;
    }

    /** What {@code server_version()} tells. */
    public String version() {
        return version;
    }

    /** The database of this name, or null. */
    public @Nullable Database find(String name) {
        return databases.get(name);
    }

    /** All databases in the order of their names. */
    public List<Database> databases() {
        return List.copyOf(databases.values());
    }

    /** Adds an empty database; false if the name is taken, and then nothing has changed. */
    public boolean create(String name, DatabaseOptions options) {
        if (databases.containsKey(name)) {
            return false;
        }
        Database database = new Database(name, options, clock, memory, nextVgroup);
        return databases.putIfAbsent(name, database) == null;
    }

    /** Removes a database with all that is in it; false if there is none of this name. */
    public boolean drop(String name) {
        Database database = databases.remove(name);
        if (database == null) {
            return false;
        }
        database.drop();
        return true;
    }
}
