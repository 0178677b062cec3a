// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How many bytes this process has allocated on its heap. From Java 21 on the virtual machine counts them for all threads,
 * also those that have ended; before, threads count as long as they are seen, which is at each call: a thread that begins
 * and ends between two calls is missed. Not thread-safe.
 */
final class Allocation {

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final Map<Long, Long> seen = new HashMap<>();

    long bytes() {
        if (Runtime.version().feature() >= 21) {
            return counted();
        }
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            seen.merge(ids[i], bytes[i], Math::max);
        }
        return seen.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Java 21 has a method for this, which a program for Java 17 reaches as an attribute only. */
    private static long counted() {
        try {
            ObjectName threading = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
            return (Long)
                    ManagementFactory.getPlatformMBeanServer().getAttribute(threading, "TotalThreadAllocatedBytes");
        } catch (JMException e) {
            throw new IllegalStateException("this Java does not count what threads allocate", e);
        }
    }
}
