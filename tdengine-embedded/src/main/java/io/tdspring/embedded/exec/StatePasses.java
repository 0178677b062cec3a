// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import org.jspecify.annotations.Nullable;

/** Follow how long a condition has been true. All rows are shown, and NULL neither goes on with a state nor ends it. */
final class StatePasses {

    private static final long NOT_IN_STATE = -1;

    private StatePasses() {}

    /** The rows since the state began. */
    static final class Count implements SeriesPass {

        private final StateCondition condition;
        private long count;
        private @Nullable Long value;

        Count(StateCondition condition) {
            this.condition = condition;
        }

        @Override
        public boolean take(Frame row) {
            Boolean in = condition.test(row);
            if (in == null) {
                value = null;
                return true;
            }
            count = in ? count + 1 : 0;
            value = in ? count : NOT_IN_STATE;
            return true;
        }

        @Override
        public @Nullable Object value() {
            return value;
        }
    }

    /** The time since the state began, in whole units. */
    static final class Duration implements SeriesPass {

        private final StateCondition condition;
        private final long unit;
        private @Nullable Long start;
        private @Nullable Long value;

        Duration(StateCondition condition, long unit) {
            this.condition = condition;
            this.unit = unit;
        }

        @Override
        public boolean take(Frame row) {
            Boolean in = condition.test(row);
            if (in == null) {
                value = null;
                return true;
            }
            if (!in) {
                start = null;
                value = NOT_IN_STATE;
                return true;
            }
            long began = start == null ? row.timestamp() : start;
            start = began;
            value = (row.timestamp() - began) / unit;
            return true;
        }

        @Override
        public @Nullable Object value() {
            return value;
        }
    }
}
