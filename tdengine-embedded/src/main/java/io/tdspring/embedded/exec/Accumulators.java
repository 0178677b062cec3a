// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The accumulators behind {@link Aggregate}. */
final class Accumulators {

    private Accumulators() {}

    static double doubleOf(Object value) {
        return value instanceof Boolean bool ? (bool ? 1 : 0) : ((Number) value).doubleValue();
    }

    static final class Count implements Accumulator {

        private final Evaluator argument;
        private long count;

        Count(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            if (argument.value(frame) != null) {
                count++;
            }
        }

        @Override
        public Object result() {
            return count;
        }
    }

    /** Integers wrap around silently, as on a real server. */
    static final class Sum implements Accumulator {

        private final Evaluator argument;
        private final DataType type;
        private boolean any;
        private long integers;
        private double doubles;

        Sum(Evaluator argument, DataType type) {
            this.argument = argument;
            this.type = type;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value == null) {
                return;
            }
            any = true;
            if (type == DataType.DOUBLE) {
                doubles += doubleOf(value);
            } else {
                integers += value instanceof Boolean bool ? (bool ? 1 : 0) : ((Number) value).longValue();
            }
        }

        @Override
        public @Nullable Object result() {
            if (!any) {
                return null;
            }
            return switch (type) {
                case DOUBLE -> doubles;
                case UBIGINT -> new BigInteger(Long.toUnsignedString(integers));
                default -> integers;
            };
        }
    }

    static final class Average implements Accumulator {

        private final Evaluator argument;
        private long count;
        private long integers;
        private double doubles;

        Average(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value == null) {
                return;
            }
            count++;
            if (value instanceof Long integer) {
                integers += integer;
            } else {
                doubles += doubleOf(value);
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0 ? null : (Object) ((integers + doubles) / count);
        }
    }

    /** The deviation of the population, in one pass without loss (Welford, 1962). */
    static final class Deviation implements Accumulator {

        private final Evaluator argument;
        private long count;
        private double mean;
        private double squares;

        Deviation(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                double number = doubleOf(value);
                count++;
                double delta = number - mean;
                mean += delta / count;
                squares += delta * (number - mean);
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0 ? null : (Object) Math.sqrt(squares / count);
        }
    }

    /** Of integers: their squares are summed in 64 bits and wrap around, as on a real server. */
    static final class IntegerDeviation implements Accumulator {

        private final Evaluator argument;
        private long count;
        private long sum;
        private long squares;

        IntegerDeviation(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                long number = ((Number) value).longValue();
                count++;
                sum += number;
                squares += number * number;
            }
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            boolean unsigned = argument.type().type().code() > DataType.NCHAR.code();
            double mean = fraction(sum, unsigned) / count;
            return Math.sqrt(Math.abs(fraction(squares, unsigned) / count - mean * mean));
        }

        private static double fraction(long bits, boolean unsigned) {
            return unsigned ? new BigInteger(Long.toUnsignedString(bits)).doubleValue() : bits;
        }
    }

    static final class Spread implements Accumulator {

        private final Evaluator argument;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        Spread(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                min = Math.min(min, doubleOf(value));
                max = Math.max(max, doubleOf(value));
            }
        }

        @Override
        public @Nullable Object result() {
            return max < min ? null : (Object) (max - min);
        }
    }

    /** Remembers the row of its result. */
    private abstract static class Selecting implements Accumulator {

        final Evaluator argument;
        private @Nullable Object best;
        private @Nullable Table table;
        private @Nullable TableRows rows;
        private int row;

        Selecting(Evaluator argument) {
            this.argument = argument;
        }

        final void choose(@Nullable Object value, Frame frame) {
            best = value;
            table = frame.table;
            rows = frame.rows;
            row = frame.row;
        }

        @Override
        public final @Nullable Object result() {
            return best;
        }

        @Override
        public final void select(Frame frame) {
            if (rows == null) {
                throw SqlException.notSupported("a column beside an aggregate of nothing but NULL");
            }
            frame.table = table;
            frame.rows = rows;
            frame.row = row;
        }
    }

    /** The least or the greatest value. */
    static final class Extreme extends Selecting {

        private final int sign;

        Extreme(Evaluator argument, int sign) {
            super(argument);
            this.sign = sign;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            Object best = result();
            if (value != null && (best == null || Ordering.compare(value, best) * sign > 0)) {
                choose(value, frame);
            }
        }
    }

    /** The value of the first or last row. */
    static final class Outermost extends Selecting {

        private final int sign;
        private final boolean takesNull;
        private boolean any;
        private long timestamp;

        Outermost(Evaluator argument, int sign, boolean takesNull) {
            super(argument);
            this.sign = sign;
            this.takesNull = takesNull;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value == null && !takesNull) {
                return;
            }
            long ts = Objects.requireNonNull(frame.rows, "a row").timestamp(frame.row);
            if (!any || Long.compare(ts, timestamp) * sign > 0) {
                any = true;
                timestamp = ts;
                choose(value, frame);
            }
        }
    }
}
