// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collect values with the time between them, which come in order of time. */
final class TimedAccumulators {

    private TimedAccumulators() {}

    /** Remembers the point before. */
    private abstract static class Timed implements Accumulator {

        private final Evaluator argument;
        private long count;
        private double value;
        private long time;

        Timed(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public final void add(Frame frame) {
            Object added = argument.value(frame);
            if (added == null) {
                return;
            }
            double number = NumberTypes.toDouble(added);
            long moment = Objects.requireNonNull(frame.rows, "a row").timestamp(frame.row);
            if (count > 0) {
                if (moment <= time) {
                    throw SqlException.notSupported("a function of rows in time over rows at the same time");
                }
                step(value, time, number, moment);
            }
            count++;
            value = number;
            time = moment;
        }

        /** Goes from one point to the next. */
        abstract void step(double fromValue, long from, double toValue, long to);

        final long count() {
            return count;
        }

        final double lastValue() {
            return value;
        }

        final long lastTime() {
            return time;
        }
    }

    /** The area below the values by the time from the first to the last. */
    static final class TimeWeightedAverage extends Timed {

        private double area;
        private long first;

        TimeWeightedAverage(Evaluator argument) {
            super(argument);
        }

        @Override
        void step(double fromValue, long from, double toValue, long to) {
            if (count() == 1) {
                first = from;
            }
            if (fromValue * toValue >= 0) {
                area += (fromValue + toValue) * (to - from) / 2;
                return;
            }
            // As on a real server, the moment of 0 is reckoned as it stands, not from the point before: a loss that
            // shows.
            double zero = (from * toValue - to * fromValue) / (toValue - fromValue);
            area += (fromValue * (zero - from) + toValue * (to - zero)) / 2;
        }

        @Override
        public @Nullable Object result() {
            if (count() == 0) {
                return null;
            }
            return count() == 1 ? lastValue() : area / (lastTime() - first);
        }
    }

    /** The growth in a second between the last two values; one that has become less has started anew at 0. */
    static final class InstantRate extends Timed {

        private final long perSecond;
        private double rate;

        InstantRate(Evaluator argument, long perSecond) {
            super(argument);
            this.perSecond = perSecond;
        }

        @Override
        void step(double fromValue, long from, double toValue, long to) {
            double growth = toValue < fromValue ? toValue : toValue - fromValue;
            rate = growth * perSecond / (to - from);
        }

        @Override
        public Object result() {
            return rate;
        }
    }
}
