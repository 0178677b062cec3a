// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.workload;

import java.util.List;
import java.util.stream.IntStream;

/** Lines of InfluxDB's line protocol that are written again and again. Immutable. */
public final class LineBatch {

    /** Lines of a batch. */
    public static final int LINES = 5_000;

    /** Batches of a run: a million lines. */
    public static final int BATCHES = 200;

    private static final long FIRST_TIME = 1_767_225_600_000L;
    private static final int STATIONS = 100;

    private final List<String> lines =
            IntStream.range(0, LINES).mapToObj(LineBatch::line).toList();
    private final String text = String.join("\n", lines);

    private static String line(int number) {
        return "weather,station=s" + number % STATIONS + ",place=plant a=" + (number % 500) / 10f + "f32,b="
                + number % 10_007 + "i32,c=" + (number % 300) / 4f + "f32 " + (FIRST_TIME + 1000L * number);
    }

    public List<String> lines() {
        return lines;
    }

    /** The lines in one text. */
    public String text() {
        return text;
    }
}
