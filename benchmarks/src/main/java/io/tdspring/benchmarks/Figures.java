// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a run took, or the medians of several.
 *
 * @param units done
 * @param checksum over what was read
 * @param seconds on the clock
 * @param cpuSeconds of the client's process, garbage collection and compilation included
 * @param bytes allocated by the client's process
 * @param p50 latency of a call in microseconds, 0 if not asked for
 * @param p99 likewise
 */
record Figures(double units, double checksum, double seconds, double cpuSeconds, double bytes, double p50, double p99) {

    private static final double MILLION = 1e6;

    double rate() {
        return units / seconds;
    }

    double cpuPerMillion() {
        return cpuSeconds / units * MILLION;
    }

    double unitsPerCpuSecond() {
        return units / cpuSeconds;
    }

    double bytesPerUnit() {
        return bytes / units;
    }

    /** The median of each figure. */
    static Figures median(List<Figures> runs) {
        return new Figures(
                median(runs, Figures::units),
                median(runs, Figures::checksum),
                median(runs, Figures::seconds),
                median(runs, Figures::cpuSeconds),
                median(runs, Figures::bytes),
                median(runs, Figures::p50),
                median(runs, Figures::p99));
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** A line that {@link #parse} reads. */
    String format() {
        return String.format(
                Locale.ROOT, "%s %s %s %s %s %s %s", units, checksum, seconds, cpuSeconds, bytes, p50, p99);
    }

    static Figures parse(String line) {
        double[] numbers = Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Figures(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }
}
