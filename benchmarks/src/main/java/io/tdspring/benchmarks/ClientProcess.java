// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import io.tdspring.benchmarks.workload.Workload;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One contender in a process of its own: {@code ClientProcess scenario contender endpoint}. Each line of its input is one
 * run, whose figures it answers with, or with {@link #STALLED} if the run has failed.
 */
final class ClientProcess {

    static final String STALLED = "stalled ";

    private final Contender contender;
    private final int repeats;
    private final String endpoint;
    private final Meter meter = new Meter();
    private @Nullable Workload workload;

    private ClientProcess(Contender contender, int repeats, String endpoint) {
        this.contender = contender;
        this.repeats = repeats;
        this.endpoint = endpoint;
    }

    public static void main(String[] arguments) throws IOException {
        Scenario scenario = Scenarios.named(arguments[0]);
        ClientProcess process = new ClientProcess(scenario.contender(arguments[1]), scenario.repeats(), arguments[2]);
        Commands.serve(line -> process.run());
    }

    private String run() throws Exception {
        if (workload == null) {
            workload = contender.start().open(endpoint);
        }
        try {
            return meter.measure(workload, repeats).format();
        } catch (Exception e) {
            workload.close();
            workload = null;
            return STALLED + e;
        }
    }
}
