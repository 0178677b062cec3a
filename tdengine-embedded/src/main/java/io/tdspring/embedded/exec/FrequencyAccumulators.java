// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collect how often values occur. */
final class FrequencyAccumulators {

    private FrequencyAccumulators() {}

    /** Arrays are equal by what is in them. */
    private static Object keyOf(Object value) {
        return value instanceof byte[] ? new RowKey(new Object[] {value}, 1) : value;
    }

    /** How many different values there are; NULL is none. */
    static final class Distinct implements Accumulator {

        private final Evaluator argument;
        private final Set<Object> values = new HashSet<>();

        Distinct(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                values.add(keyOf(value));
            }
        }

        @Override
        public Object result() {
            return (long) values.size();
        }
    }

    /** The most frequent value. Among equally frequent ones a real server's choice is not foreseeable. */
    static final class Mode implements Accumulator {

        private final Evaluator argument;
        private final Map<Object, Integer> counts = new HashMap<>();
        private final Map<Object, Object> values = new HashMap<>();

        Mode(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value != null) {
                Object key = keyOf(value);
                counts.merge(key, 1, Integer::sum);
                values.putIfAbsent(key, value);
            }
        }

        @Override
        public @Nullable Object result() {
            Object best = null;
            int most = 0;
            boolean alone = true;
            for (Map.Entry<Object, Integer> entry : counts.entrySet()) {
                if (entry.getValue() >= most) {
                    alone = entry.getValue() > most;
                    most = entry.getValue();
                    best = entry.getKey();
                }
            }
            if (!alone) {
                throw SqlException.notSupported("mode of values that are equally frequent");
            }
            return best == null ? null : values.get(best);
        }
    }
}
