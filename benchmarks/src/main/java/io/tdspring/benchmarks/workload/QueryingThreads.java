// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** 64 threads with 500 small queries each. Confined to one thread, but for the query. */
public final class QueryingThreads implements AutoCloseable {

    /** Has one row. */
    public static final String SQL = "select last_row(*) from bench.small";

    private static final int THREADS = 64;
    private static final int QUERIES = 500;

    /** Asks once, and reads what came. */
    public interface Query {

        /** The number in the row's third column. */
        double run() throws Exception;
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Query query;

    /**
     * Starts the threads.
     *
     * @param query run by all of them at once
     */
    public QueryingThreads(Query query) {
        this.query = query;
    }

    public Work run() throws Exception {
        long[] nanos = new long[THREADS * QUERIES];
        List<Future<Double>> sums = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int from = thread * QUERIES;
            sums.add(threads.submit(() -> ask(nanos, from)));
        }
        double sum = 0;
        for (Future<Double> each : sums) {
            sum += each.get();
        }
        return new Work(Arrays.stream(nanos).filter(each -> each > 0).count(), sum, Latencies.ofNanos(nanos));
    }

    private double ask(long[] nanos, int from) throws Exception {
        double sum = 0;
        for (int i = from; i < from + QUERIES; i++) {
            long start = System.nanoTime();
            sum += query.run();
            nanos[i] = System.nanoTime() - start;
        }
        return sum;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
