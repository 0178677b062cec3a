// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Collect the variance of a population. */
final class VarianceAccumulators {

    private VarianceAccumulators() {}

    /** Of fractions, in one pass without loss (Welford, 1962). */
    static final class OfFractions implements Accumulator {

        private final Evaluator argument;
        private long count;
        private double mean;
        private double squares;

        OfFractions(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                double number = NumberTypes.toDouble(value);
                count++;
                double delta = number - mean;
                mean += delta / count;
                squares += delta * (number - mean);
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0 ? null : (Object) (squares / count);
        }
    }

    /** Of integers: their squares are summed in 64 bits and wrap around, as on a real server. */
    static final class OfIntegers implements Accumulator {

        private final Evaluator argument;
        private long count;
        private long sum;
        private long squares;

        OfIntegers(Evaluator argument) {
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
            return Math.abs(fraction(squares, unsigned) / count - mean * mean);
        }

        private static double fraction(long bits, boolean unsigned) {
            return unsigned ? new BigInteger(Long.toUnsignedString(bits)).doubleValue() : bits;
        }
    }

    /** The root of a variance. */
    record Root(Accumulator variance) implements Accumulator {

        @Override
        public void add(Frame frame) {
            variance.add(frame);
        }

        @Override
        public @Nullable Object result() {
            Object value = variance.result();
            return value == null ? null : (Object) Math.sqrt((Double) value);
        }
    }
}
