// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares clients: {@code java -cp benchmarks/target/benchmarks-*.jar io.tdspring.benchmarks.SideBySide [scenario…]}, all
 * scenarios unless some are named. It prints a table and the targets of each in Markdown.
 *
 * <p>The server has a process of its own and so has each contender, with the same flags. The contenders work by turns: a
 * round of runs to warm up, several times, then rounds of runs that are measured; of each figure the median is told. CPU
 * and bytes are those of the contender's process alone. Processes end with this one, at the latest. A profile of each
 * contender is made by {@code -Dclient.flags=-XX:StartFlightRecording=filename=/tmp/}, which is a file a process.
 */
public final class SideBySide {

    private static final PrintStream OUT = System.out;
    private static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseG1GC");
    private static final List<String> SERVER_FLAGS = List.of("-Xmx4g", "-XX:+UseG1GC", "-XX:MaxDirectMemorySize=1g");

    /** More flags for the contenders, with blanks between them. */
    private static final String FLAGS_PROPERTY = "client.flags";

    private static final Duration START = Duration.ofMinutes(3);

    private SideBySide() {}

    public static void main(String[] names) throws Exception {
        List<Scenario> scenarios = names.length == 0
                ? Scenarios.all()
                : Arrays.stream(names).map(Scenarios::named).toList();
        OUT.printf(
                Locale.ROOT,
                "Java %s, %d processors, load %.1f before%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        for (Scenario scenario : scenarios) {
            OUT.print(measure(scenario));
            OUT.flush();
        }
    }

    private static String measure(Scenario scenario) throws IOException, InterruptedException {
        List<Runs> all = new ArrayList<>();
        try (Child server = Child.start("the server", ServerProcess.class, SERVER_FLAGS, List.of(scenario.name()))) {
            String endpoint = server.answer(START);
            for (Contender contender : scenario.contenders()) {
                all.add(start(scenario, contender, endpoint));
            }
            for (int round = 0; round < Scenario.WARM_UPS + Scenario.RUNS; round++) {
                for (Runs runs : all) {
                    runs.run(round >= Scenario.WARM_UPS);
                }
            }
            return new Report(scenario).write(all);
        } finally {
            all.forEach(Runs::close);
        }
    }

    private static Runs start(Scenario scenario, Contender contender, String endpoint) throws IOException {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(contender.flags());
        Arrays.stream(System.getProperty(FLAGS_PROPERTY, "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .forEach(flags::add);
        List<String> arguments = List.of(scenario.name(), contender.name(), endpoint);
        return new Runs(contender, Child.start(contender.name(), ClientProcess.class, flags, arguments));
    }
}
