// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.workload.Shape;
import java.util.List;

/**
 * Work for several contenders against one server.
 *
 * @param unit what is counted
 * @param tables that are read
 * @param repeats how often a run does the work, to take long enough for the 10 ms in which CPU time is counted
 */
record Scenario(
        String name,
        Server server,
        String unit,
        List<Contender> contenders,
        List<Target> targets,
        List<Shape> tables,
        int repeats) {

    /** Runs that are not measured. */
    static final int WARM_UPS = 5;

    /** Runs that are measured. */
    static final int RUNS = 7;

    /** What the contenders work against. */
    enum Server {
        REPLAY,
        EMBEDDED
    }

    Contender contender(String wanted) {
        return contenders.stream()
                .filter(contender -> contender.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no contender " + wanted));
    }
}
