// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collect what depends on the order of rows. */
final class SequenceAccumulators {

    private SequenceAccumulators() {}

    /** The line through values at equal distances. */
    static final class LeastSquares implements Accumulator {

        private final Evaluator argument;
        private final double step;
        private double x;
        private long count;
        private double sumX;
        private double sumY;
        private double sumXx;
        private double sumXy;

        LeastSquares(Evaluator argument, double start, double step) {
            this.argument = argument;
            this.step = step;
            this.x = start;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                double y = NumberTypes.toDouble(value);
                count++;
                sumX += x;
                sumY += y;
                sumXx += x * x;
                sumXy += x * y;
                x += step;
            }
        }

        @Override
        public @Nullable Object result() {
            double divisor = count * sumXx - sumX * sumX;
            if (count == 0 || divisor == 0) {
                return null;
            }
            double slope = (count * sumXy - sumX * sumY) / divisor;
            double intercept = (sumY - slope * sumX) / count;
            return String.format(Locale.ROOT, "{slop:%.6f, intercept:%.6f}", slope, intercept);
        }
    }

    /** The time from the first to the last row. */
    static final class Elapsed implements Accumulator {

        private final Evaluator argument;
        private final double unit;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Elapsed(Evaluator argument, long unit) {
            this.argument = argument;
            this.unit = unit;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value instanceof Long moment) {
                first = Math.min(first, moment);
                last = Math.max(last, moment);
            }
        }

        @Override
        public @Nullable Object result() {
            return first > last ? null : (Object) ((last - first) / unit);
        }
    }
}
