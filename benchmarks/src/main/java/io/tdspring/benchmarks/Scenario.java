// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import java.util.List;

/**
 * Work for several contenders against one server.
 *
 * @param unit what is counted
 * @param warmUps runs that are not measured
 */
record Scenario(
        String name,
        Server server,
        String unit,
        List<Contender> contenders,
        List<Target> targets,
        int warmUps,
        int runs) {

    /** What the contenders work against. */
    enum Server {
        REPLAY,
        EMBEDDED
    }

    Scenario(String name, Server server, String unit, List<Contender> contenders, List<Target> targets) {
        this(name, server, unit, contenders, targets, 5, 7);
    }

    Contender contender(String wanted) {
        return contenders.stream()
                .filter(contender -> contender.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no contender " + wanted));
    }
}
