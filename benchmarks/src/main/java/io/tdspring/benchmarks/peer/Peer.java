// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.peer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** How the driver connects. */
public final class Peer {

    /** A request that is not answered for so long has stalled. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * The driver takes its threads from the common pool, and starts one for each request where that has none; on two cores
     * it needs this.
     */
    public static final String POOL_FLAG = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2";

    /** The most requests under way on a connection; the driver throws when there are more. */
    private static final int MOST_REQUESTS = 128;

    private Peer() {}

    /**
     * Connects.
     *
     * @param database empty for none
     */
    public static Connection connect(String endpoint, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:TAOS-WS://" + endpoint + "/" + database
                + "?user=root&password=taosdata&varcharAsString=true&httpPoolSize=" + MOST_REQUESTS
                + "&messageWaitTimeout=" + TIMEOUT.toMillis());
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the driver does not close", e);
        }
    }
}
