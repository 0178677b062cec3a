// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The runs of one contender. Not thread-safe. */
final class Runs implements AutoCloseable {

    /** A run that takes longer has the whole comparison fail. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(4);

    private final Contender contender;
    private final Child process;
    private final List<Figures> runs = new ArrayList<>();
    private int stalls;

    Runs(Contender contender, Child process) {
        this.contender = contender;
        this.process = process;
    }

    /** Runs once. */
    void run(boolean isMeasured) throws IOException, InterruptedException {
        String answer = process.ask("run", LONGEST_RUN);
        if (answer.startsWith(ClientProcess.STALLED)) {
            stalls++;
        } else if (isMeasured) {
            runs.add(Figures.parse(answer));
        }
    }

    Contender contender() {
        return contender;
    }

    List<Figures> runs() {
        return List.copyOf(runs);
    }

    /** Runs that failed, warming up or measured. */
    int stalls() {
        return stalls;
    }

    @Override
    public void close() {
        process.close();
    }
}
