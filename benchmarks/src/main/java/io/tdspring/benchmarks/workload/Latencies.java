// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

import java.util.Arrays;

/** How long single calls took. Immutable. */
public final class Latencies {

    /** Nobody asks. */
    public static final Latencies NONE = new Latencies(new long[0]);

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    public static Latencies ofNanos(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /**
     * A latency in nanoseconds that this share of the calls does not exceed; 0 if there are none.
     *
     * @param share such as 0.99
     */
    public long nanos(double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
