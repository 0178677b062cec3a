// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.Table;
import io.tdspring.embedded.store.TableRows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collect the value of one row, and remember which row that is. */
final class SelectingAccumulators {

    private SelectingAccumulators() {}

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
