// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Count and add up. */
final class SumAccumulators {

    private SumAccumulators() {}

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

    /** The greatest DECIMAL has 38 digits. */
    private static final int DECIMAL_DIGITS = 38;

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
                doubles += NumberTypes.toDouble(value);
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
                doubles += NumberTypes.toDouble(value);
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0 ? null : (Object) ((integers + doubles) / count);
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
                min = Math.min(min, NumberTypes.toDouble(value));
                max = Math.max(max, NumberTypes.toDouble(value));
            }
        }

        @Override
        public @Nullable Object result() {
            return max < min ? null : (Object) (max - min);
        }
    }

    static final class DecimalSum implements Accumulator {

        private final Evaluator argument;
        private @Nullable BigDecimal sum;

        DecimalSum(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                sum = sum == null ? (BigDecimal) value : sum.add((BigDecimal) value);
            }
        }

        @Override
        public @Nullable Object result() {
            if (sum != null && sum.precision() > DECIMAL_DIGITS) {
                throw SqlException.notSupported("a sum of more than 38 digits");
            }
            return sum;
        }
    }

    static final class DecimalAverage implements Accumulator {

        private final Evaluator argument;
        private final int scale;
        private final DecimalSum sum;
        private long count;

        /** @param scale how many digits behind the point the average has */
        DecimalAverage(Evaluator argument, int scale) {
            this.argument = argument;
            this.scale = scale;
            this.sum = new DecimalSum(argument);
        }

        @Override
        public void add(Frame frame) {
            if (argument.value(frame) != null) {
                sum.add(frame);
                count++;
            }
        }

        @Override
        public @Nullable Object result() {
            return sum.result() instanceof BigDecimal total
                    ? total.divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP)
                    : null;
        }
    }
}
