// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes down, in Markdown, what the contenders of a scenario needed. */
final class Report {

    private static final double SAME = 1e-6;

    private final Scenario scenario;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Figures> medians = new LinkedHashMap<>();

    Report(Scenario scenario) {
        this.scenario = scenario;
    }

    String write(List<Runs> all) {
        String unit = scenario.unit();
        text.append(String.format(
                Locale.ROOT,
                "%n### %s%n%n| | runs | M %ss/s | CPU-s per M %ss | bytes per %s | p50 µs | p99 µs | stalled |%n",
                scenario.name(),
                unit,
                unit,
                unit));
        text.append("|---|---|---|---|---|---|---|---|\n");
        all.forEach(this::row);
        requireSameSums();
        text.append('\n');
        scenario.targets().forEach(this::target);
        return text.toString();
    }

    private void row(Runs runs) {
        String name = runs.contender().name();
        if (runs.runs().isEmpty()) {
            text.append(String.format(Locale.ROOT, "| %s | 0 | | | | | | %d |%n", name, runs.stalls()));
            return;
        }
        Figures median = Figures.median(runs.runs());
        medians.put(name, median);
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.4f | %.1f | %.0f | %.0f | %d |%n",
                name,
                runs.runs().size(),
                median.rate() / 1e6,
                median.cpuPerMillion(),
                median.bytesPerUnit(),
                median.p50(),
                median.p99(),
                runs.stalls()));
    }

    private void requireSameSums() {
        double first = 0;
        for (Map.Entry<String, Figures> entry : medians.entrySet()) {
            double sum = entry.getValue().checksum();
            first = first == 0 ? sum : first;
            if (Math.abs(sum - first) > SAME * Math.abs(first)) {
                throw new IllegalStateException(entry.getKey() + " has read something else: " + medians);
            }
        }
    }

    private void target(Target target) {
        Figures mine = medians.get(target.contender());
        Figures others = medians.get(target.other());
        if (mine == null || others == null) {
            text.append("- unknown: ").append(target).append('\n');
        } else {
            text.append(target.check(mine, others)).append('\n');
        }
    }
}
