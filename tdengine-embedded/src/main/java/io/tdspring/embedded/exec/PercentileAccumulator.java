// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps all numbers, and interpolates between the two that are nearest to the percentage. One thread's. */
final class PercentileAccumulator implements Accumulator {

    private static final int FIRST_CAPACITY = 16;

    private final Evaluator argument;
    private final double[] percentages;
    private double[] numbers = new double[FIRST_CAPACITY];
    private int size;

    PercentileAccumulator(Evaluator argument, double[] percentages) {
        this.argument = argument;
        this.percentages = percentages;
    }

    @Override
    public void add(Frame frame) {
        Object value = argument.value(frame);
        if (value != null) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = NumberTypes.toDouble(value);
        }
    }

    @Override
    public @Nullable Object result() {
        if (size == 0) {
            return ofNothing();
        }
        Arrays.sort(numbers, 0, size);
        if (percentages.length == 1) {
            return at(percentages[0]);
        }
        return Arrays.stream(percentages)
                .mapToObj(percentage -> String.format(Locale.ROOT, "%.6f", at(percentage)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private @Nullable Object ofNothing() {
        if (percentages.length > 1) {
            throw SqlException.notSupported("several percentages of nothing but NULL");
        }
        return null;
    }

    private double at(double percentage) {
        double place = percentage / 100 * (size - 1);
        int lower = (int) place;
        double above = numbers[Math.min(lower + 1, size - 1)];
        return numbers[lower] + (above - numbers[lower]) * (place - lower);
    }
}
