// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import java.lang.management.ManagementFactory;

/** Measures runs of a workload in this process. Not thread-safe. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS = 1e9;
    private static final double MICROS = 1e3;

    private final Allocation allocation = new Allocation();

    /** Measures so many runs together. */
    Figures measure(Workload workload, int repeats) throws Exception {
        long bytes = allocation.bytes();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        Work work = workload.run();
        long units = work.units();
        for (int i = 1; i < repeats; i++) {
            work = workload.run();
            units += work.units();
        }
        long nanos = System.nanoTime() - start;
        long cpuNanos = SYSTEM.getProcessCpuTime() - cpu;
        return new Figures(
                units,
                work.checksum(),
                nanos / NANOS,
                cpuNanos / NANOS,
                allocation.bytes() - bytes,
                work.latencies().nanos(0.5) / MICROS,
                work.latencies().nanos(0.99) / MICROS);
    }
}
