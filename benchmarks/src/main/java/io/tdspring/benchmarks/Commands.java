// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other side of a {@link Child}: carries out the lines of standard input one after the other. */
final class Commands {

    interface Command {

        /** Does what the line says, and says what came out of it. */
        String run(String line) throws Exception;
    }

    private static final PrintStream OUT = System.out;

    private Commands() {}

    static void answer(String line) {
        OUT.println(Child.ANSWER + line);
        OUT.flush();
    }

    /** Ends the process, whatever it is doing, when there is no more input. */
    static void serve(Command command) throws IOException {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String next = line;
                worker.execute(() -> run(command, next));
            }
        } finally {
            System.exit(0);
        }
    }

    private static void run(Command command, String line) {
        try {
            answer(command.run(line));
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}
