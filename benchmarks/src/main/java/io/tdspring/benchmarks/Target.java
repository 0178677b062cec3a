// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import java.util.Locale;

/**
 * What is to be reached.
 *
 * @param contender whose figure it is
 * @param other whom it is compared with
 * @param measure of what
 * @param bound the ratio contender / other that is to be kept; of bytes a row, the bytes
 */
record Target(String contender, String other, Measure measure, double bound) {

    enum Measure {
        CPU_PER_UNIT("CPU a unit", false),
        UNITS_PER_CPU("units a CPU-second", true),
        RATE("units/s", true),
        P99("p99", false),
        BYTES_PER_UNIT("bytes allocated a unit", false);

        private final String text;
        private final boolean atLeast;

        Measure(String text, boolean atLeast) {
            this.text = text;
            this.atLeast = atLeast;
        }

        private double of(Figures figures) {
            return switch (this) {
                case CPU_PER_UNIT -> figures.cpuPerMillion();
                case UNITS_PER_CPU -> figures.unitsPerCpuSecond();
                case RATE -> figures.rate();
                case P99 -> figures.p99();
                case BYTES_PER_UNIT -> figures.bytesPerUnit();
            };
        }
    }

    /** At most this many bytes, whatever others need. */
    static Target bytes(String contender, double bytes) {
        return new Target(contender, contender, Measure.BYTES_PER_UNIT, bytes);
    }

    /** A line that says whether it has been reached. */
    String check(Figures mine, Figures others) {
        boolean isRatio = !contender.equals(other);
        double value = isRatio ? measure.of(mine) / measure.of(others) : measure.of(mine);
        boolean isMet = measure.atLeast ? value >= bound : value <= bound;
        return String.format(
                Locale.ROOT,
                "- %s: %s of %s%s: **%.2f%s** (%s %.2f)",
                isMet ? "met" : "MISSED",
                measure.text,
                contender,
                isRatio ? " against " + other : "",
                value,
                isRatio ? "×" : "",
                measure.atLeast ? "at least" : "at most",
                bound);
    }
}
