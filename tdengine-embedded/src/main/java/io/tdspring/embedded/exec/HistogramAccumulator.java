// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;

/** Counts values by bins, to which their upper bound belongs. One thread's. */
final class HistogramAccumulator implements RowsAccumulator {

    /** How numbers count in the result. */
    enum Scale {
        COUNT,
        SHARE
    }

    private static final int MOST_DIGITS = 6;

    private final Evaluator argument;
    private final double[] bounds;
    private final Scale scale;
    private final long[] counts;
    private long outside;

    HistogramAccumulator(Evaluator argument, double[] bounds, Scale scale) {
        this.argument = argument;
        this.bounds = bounds;
        this.scale = scale;
        this.counts = new long[bounds.length - 1];
    }

    @Override
    public void add(Frame frame) {
        Object value = argument.value(frame);
        if (value == null) {
            return;
        }
        int place = Arrays.binarySearch(bounds, NumberTypes.toDouble(value) + 0.0);
        int bin = (place < 0 ? -place - 1 : place) - 1;
        if (bin < 0 || bin >= counts.length) {
            outside++;
        } else {
            counts[bin]++;
        }
    }

    @Override
    public int size() {
        return counts.length;
    }

    @Override
    public Object value(int number) {
        long inside = Arrays.stream(counts).sum();
        if (inside + outside == 0) {
            throw SqlException.notSupported("a histogram of nothing but NULL");
        }
        if (scale == Scale.SHARE && outside > 0) {
            throw SqlException.notSupported("the shares of a histogram with values outside of its bins");
        }
        String count = scale == Scale.COUNT
                ? Long.toString(counts[number])
                : String.format(Locale.ROOT, "%.6f", (double) counts[number] / inside);
        return "{\"lower_bin\":" + text(bounds[number]) + ", \"upper_bin\":" + text(bounds[number + 1]) + ", \"count\":"
                + count + "}";
    }

    /** Numbers of more digits are shortened by a real server in a way that was not seen. */
    private static String text(double bound) {
        if (Double.isInfinite(bound)) {
            return bound < 0 ? "-inf" : "inf";
        }
        BigDecimal exact = new BigDecimal(Double.toString(bound)).stripTrailingZeros();
        boolean shown = exact.round(new MathContext(MOST_DIGITS)).compareTo(exact) == 0
                && (bound == 0 || (Math.abs(bound) < 1e6 && Math.abs(bound) >= 1e-4));
        if (!shown) {
            throw SqlException.notSupported("a bound of a histogram with more than six digits");
        }
        return bound == 0 ? "0" : exact.toPlainString();
    }
}
