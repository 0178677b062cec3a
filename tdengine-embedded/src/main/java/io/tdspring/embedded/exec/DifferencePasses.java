// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Compare each value with the one before it that is not NULL. */
final class DifferencePasses {

    private DifferencePasses() {}

    /** What lies between two values; null if it counts as NULL. */
    @FunctionalInterface
    interface Step {

        @Nullable
        Object between(Object earlier, Object later);
    }

    static Object ofFractions(Object earlier, Object later) {
        return NumberTypes.toDouble(later) - NumberTypes.toDouble(earlier);
    }

    /** What does not fit into a BIGINT is cut to its lower bits, as the manual has it. */
    static Object ofIntegers(Object earlier, Object later) {
        return NumberTypes.toLong(later) - NumberTypes.toLong(earlier);
    }

    /** Whether a value is negative depends on the values, not on a difference that was cut. */
    static Step withoutNegative(Step step) {
        return (earlier, later) -> isLess(later, earlier) ? null : step.between(earlier, later);
    }

    private static boolean isLess(Object value, Object than) {
        if (value instanceof BigInteger || value instanceof Long || value instanceof Boolean) {
            return NumberTypes.toBigInteger(value).compareTo(NumberTypes.toBigInteger(than)) < 0;
        }
        return NumberTypes.toDouble(value) < NumberTypes.toDouble(than);
    }

    /** The difference itself. The first row is not shown. */
    static final class Difference implements SeriesPass {

        private final Evaluator argument;
        private final Step step;
        private final boolean hidesNull;
        private boolean pastFirst;
        private @Nullable Object previous;
        private @Nullable Object difference;

        /**
         * @param hidesNull whether a row without a difference need not be shown
         */
        Difference(Evaluator argument, Step step, boolean hidesNull) {
            this.argument = argument;
            this.step = step;
            this.hidesNull = hidesNull;
        }

        @Override
        public boolean take(Frame row) {
            Object value = argument.value(row);
            difference = value == null || previous == null ? null : step.between(previous, value);
            previous = value == null ? previous : value;
            boolean shown = pastFirst && (difference != null || !hidesNull);
            pastFirst = true;
            return shown;
        }

        @Override
        public @Nullable Object value() {
            return difference;
        }
    }

    /** The difference in a unit of time. Only rows that have one are shown. */
    static final class Derivative implements SeriesPass {

        private final Evaluator argument;
        private final double unit;
        private final boolean dropsNegative;
        private @Nullable Object previous;
        private long previousTime;
        private double rate;

        Derivative(Evaluator argument, long unit, boolean dropsNegative) {
            this.argument = argument;
            this.unit = unit;
            this.dropsNegative = dropsNegative;
        }

        @Override
        public boolean take(Frame row) {
            Object value = argument.value(row);
            if (value == null) {
                return false;
            }
            boolean shown = false;
            if (previous != null) {
                double difference = NumberTypes.toDouble(value) - NumberTypes.toDouble(previous);
                rate = difference * unit / (row.timestamp() - previousTime);
                shown = rate >= 0 || !dropsNegative;
            }
            previous = value;
            previousTime = row.timestamp();
            return shown;
        }

        @Override
        public @Nullable Object value() {
            return rate;
        }
    }
}
