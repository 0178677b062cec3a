// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.DataType;
import io.tdspring.embedded.sql.SqlException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Collect the values met so far. Rows with NULL are not shown. */
final class RunningPasses {

    private RunningPasses() {}

    static final class SumOfIntegers implements SeriesPass {

        private final Evaluator argument;
        private final DataType type;
        private BigInteger sum = BigInteger.ZERO;

        /**
         * @param type of the sum
         */
        SumOfIntegers(Evaluator argument, DataType type) {
            this.argument = argument;
            this.type = type;
        }

        @Override
        public boolean take(Frame row) {
            Object value = argument.value(row);
            if (value == null) {
                return false;
            }
            sum = sum.add(NumberTypes.toBigInteger(value));
            if (sum.bitLength() > (type == DataType.UBIGINT ? Long.SIZE : Long.SIZE - 1)) {
                throw SqlException.notSupported("a sum of csum beyond 64 bits");
            }
            return true;
        }

        @Override
        public @Nullable Object value() {
            return type == DataType.UBIGINT ? sum : (Object) sum.longValueExact();
        }
    }

    static final class SumOfFractions implements SeriesPass {

        private final Evaluator argument;
        private double sum;

        SumOfFractions(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public boolean take(Frame row) {
            Object value = argument.value(row);
            if (value == null) {
                return false;
            }
            sum += NumberTypes.toDouble(value);
            return true;
        }

        @Override
        public @Nullable Object value() {
            return sum;
        }
    }

    /** The average of the last values; shown from the row on at which there are so many. */
    static final class MovingAverage implements SeriesPass {

        private final Evaluator argument;
        private final double[] last;
        private long taken;

        MovingAverage(Evaluator argument, int count) {
            this.argument = argument;
            this.last = new double[count];
        }

        @Override
        public boolean take(Frame row) {
            Object value = argument.value(row);
            if (value == null) {
                return false;
            }
            last[(int) (taken % last.length)] = NumberTypes.toDouble(value);
            taken++;
            return taken >= last.length;
        }

        @Override
        public @Nullable Object value() {
            double sum = 0;
            for (double value : last) {
                sum += value;
            }
            return sum / last.length;
        }
    }
}
