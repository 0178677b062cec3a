// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall time and CPU time of this process since it was started. */
record Watch(long startNanos, long startCpuNanos) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Watch start() {
        return new Watch(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    double cpuSeconds() {
        return (SYSTEM.getProcessCpuTime() - startCpuNanos) / 1e9;
    }
}
