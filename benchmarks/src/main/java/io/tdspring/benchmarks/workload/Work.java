// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

/**
 * What was done.
 *
 * @param units rows, lines, queries or connections
 * @param checksum the same for everybody who has done the same
 */
public record Work(long units, double checksum, Latencies latencies) {

    /** Work whose single calls are not measured. */
    public Work(long units, double checksum) {
        this(units, checksum, Latencies.NONE);
    }
}
