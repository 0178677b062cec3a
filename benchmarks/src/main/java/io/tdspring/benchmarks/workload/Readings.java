// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

/**
 * Rows to be written: the same 5,000 readings for each of 100 stations, again and again. Written to a real table they
 * replace one another. Its arrays are for reading only.
 */
public final class Readings {

    public static final String INSERT = "insert into ? using bench.weather tags(?) values(?,?,?,?)";

    public static final int TABLES = 100;

    /** Rows of one table that are bound together. */
    public static final int BATCH = 5_000;

    /** Tables whose rows are executed together, where the contender can do that. */
    public static final int TABLES_OF_EXECUTION = 5;

    private static final long FIRST_TIME = 1_767_225_600_000L;

    private final long[] times = new long[BATCH];
    private final float[] a = new float[BATCH];
    private final int[] b = new int[BATCH];
    private final float[] c = new float[BATCH];

    public Readings() {
        for (int row = 0; row < BATCH; row++) {
            times[row] = FIRST_TIME + 1000L * row;
            a[row] = (row % 500) / 10f;
            b[row] = row % 10_007;
            c[row] = (row % 300) / 4f;
        }
    }

    public static String table(int number) {
        return "bench.station_" + number;
    }

    public long[] times() {
        return times;
    }

    public float[] a() {
        return a;
    }

    public int[] b() {
        return b;
    }

    public float[] c() {
        return c;
    }
}
