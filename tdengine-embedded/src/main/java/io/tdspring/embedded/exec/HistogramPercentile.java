// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A percentile as the streaming histogram of Ben-Haim and Tom-Tov (2010) tells it, with a bin for each value: between two
 * bins the values lie as in a trapezoid. One thread's.
 */
final class HistogramPercentile implements Accumulator {

    private final Evaluator argument;
    private final double fraction;
    private final NavigableMap<Double, Long> bins = new TreeMap<>();
    private long count;

    /** @param percentage from 0 to 100 */
    HistogramPercentile(Evaluator argument, double percentage) {
        this.argument = argument;
        this.fraction = percentage / 100;
    }

    @Override
    public void add(Frame frame) {
        Object value = argument.value(frame);
        if (value != null) {
            bins.merge(NumberTypes.toDouble(value), 1L, Long::sum);
            count++;
        }
    }

    @Override
    public @Nullable Object result() {
        if (count == 0) {
            return null;
        }
        double wanted = fraction * count;
        Iterator<Map.Entry<Double, Long>> entries = bins.entrySet().iterator();
        Map.Entry<Double, Long> lower = entries.next();
        double below = lower.getValue();
        while (entries.hasNext() && below <= wanted) {
            Map.Entry<Double, Long> upper = entries.next();
            if (below + upper.getValue() > wanted) {
                return lower.getKey() + (upper.getKey() - lower.getKey()) * share(lower, upper, wanted - below);
            }
            below += upper.getValue();
            lower = upper;
        }
        return lower.getKey();
    }

    /** How far between two bins there are so many values. */
    private static double share(Map.Entry<Double, Long> lower, Map.Entry<Double, Long> upper, double values) {
        double slope = upper.getValue() - lower.getValue();
        double height = lower.getValue();
        return slope == 0 ? values / height : (Math.sqrt(height * height + 2 * slope * values) - height) / slope;
    }
}
