// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How long a server takes to execute a statement; it may execute many at once. Safe for use by many threads. */
final class Execution implements AutoCloseable {

    /** What is left to do when a statement has been executed. */
    interface Answer {

        void send() throws IOException;
    }

    private final Duration time;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "replay-execution");
        thread.setDaemon(true);
        return thread;
    });

    Execution(Duration time) {
        this.time = time;
    }

    /** Has the answer sent when the time is over; if it takes none, before this returns. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void end(Answer answer) {
        if (time.isZero()) {
            send(answer);
        } else {
            timer.schedule(() -> send(answer), time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void send(Answer answer) {
        try {
            answer.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
