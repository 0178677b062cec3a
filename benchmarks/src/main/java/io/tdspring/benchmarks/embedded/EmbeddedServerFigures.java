// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.embedded;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prints the figures of the embedded server: {@code java -cp benchmarks/target/benchmarks-*.jar
 * io.tdspring.benchmarks.embedded.EmbeddedServerFigures [rows]}, 5 million rows by default.
 *
 * <p>Client and server share one JVM, one super table with 100 child tables of {@code (ts timestamp, a float, b int, c
 * float)} holds the rows.
 */
public final class EmbeddedServerFigures {

    private static final int DEFAULT_ROWS = 5_000_000;
    private static final int CHILD_TABLES = 100;
    private static final int STARTS = 20;
    private static final PrintStream OUT = System.out;
    private static final Logger SERVER_LOG = Logger.getLogger("io.tdspring.embedded");

    private EmbeddedServerFigures() {}

    public static void main(String[] arguments) throws Exception {
        SERVER_LOG.setLevel(Level.WARNING);
        int rows = arguments.length == 0 ? DEFAULT_ROWS : Integer.parseInt(arguments[0]);
        starts();
        // Twice: the first round warms up, the second is the figure.
        for (int round = 1; round <= 2; round++) {
            OUT.printf(Locale.ROOT, "round %d%n", round);
            ingestBySql(rows / 5);
            ingestByStatement(rows);
        }
    }

    private static void starts() {
        long[] nanos = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
                nanos[i] = System.nanoTime() - start;
                if (i == 0) {
                    OUT.printf(
                            Locale.ROOT,
                            "first start in this JVM   %8.1f ms (port %d)%n",
                            nanos[0] / 1e6,
                            server.port());
                }
            }
        }
        long[] warm = Arrays.copyOfRange(nanos, STARTS / 2, STARTS);
        Arrays.sort(warm);
        OUT.printf(Locale.ROOT, "warm start, median        %8.1f ms%n", warm[warm.length / 2] / 1e6);
    }

    private static void ingestBySql(int rows) {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                TdengineClient client = client(server)) {
            Weather weather = new Weather(CHILD_TABLES);
            weather.createTables(client);
            Watch watch = Watch.start();
            for (int written = 0; written < rows; written += Weather.ROWS_OF_A_STATEMENT) {
                client.execute(weather.nextInsert());
            }
            perSecond("insert by SQL text", rows, watch);
        }
    }

    private static void ingestByStatement(int rows) throws Exception {
        long before = usedHeap();
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                TdengineClient client = client(server)) {
            Weather weather = new Weather(CHILD_TABLES);
            weather.createTables(client);
            try (StatementPeer peer = new StatementPeer(server.endpoint())) {
                peer.prepare("insert into ? using weather tags(?) values(?,?,?,?)");
                Watch watch = Watch.start();
                int written = 0;
                while (written < rows) {
                    written += peer.bind(weather.nextTables());
                }
                perSecond("insert by stmt2", written, watch);
            }
            OUT.printf(Locale.ROOT, "heap a row                %8.1f bytes%n", (usedHeap() - before) / (double) rows);
            queries(client, rows);
        }
    }

    private static void queries(TdengineClient client, int rows) {
        for (String sql : new String[] {
            "select count(*), avg(a), max(b) from bench.weather",
            "select count(*) from bench.weather where c > 10.5",
            "select _wstart, avg(a), max(b) from bench.weather interval(10m)",
            "select _wstart, tbname, avg(a) from bench.weather partition by tbname interval(1h)"
        }) {
            read(client, sql);
            Watch watch = Watch.start();
            read(client, sql);
            OUT.printf(
                    Locale.ROOT,
                    "%8.3f s (%.3f s of CPU) over %,d rows: %s%n",
                    watch.seconds(),
                    watch.cpuSeconds(),
                    rows,
                    sql);
        }
    }

    private static void read(TdengineClient client, String sql) {
        try (QueryResult result = client.query(sql)) {
            while (result.nextBlock() != null) {
                // Only the time counts.
            }
        }
    }

    private static TdengineClient client(EmbeddedTdengine server) {
        return TdengineClient.builder().endpoints(server.endpoint()).build();
    }

    private static void perSecond(String what, int rows, Watch watch) {
        double seconds = watch.seconds();
        OUT.printf(
                Locale.ROOT,
                "%-25s %,8.0f rows/s (%,d rows in %.1f s, %.1f s of CPU, client and server)%n",
                what,
                rows / seconds,
                rows,
                seconds,
                watch.cpuSeconds());
    }

    /** What is in use after everything unreachable has gone. */
    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
