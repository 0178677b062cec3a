// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Precision;
import io.tdspring.embedded.sql.Expr;
import io.tdspring.embedded.sql.Expr.BinaryOperator;
import io.tdspring.embedded.sql.Select;
import io.tdspring.embedded.sql.Select.JoinSide;
import io.tdspring.embedded.sql.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * Where ASOF and WINDOW JOIN look for rows, as distances from the timestamp of a row. Immutable.
 *
 * @param start the first timestamp, {@link Long#MIN_VALUE} if there is no bound
 * @param end the last timestamp, {@link Long#MAX_VALUE} if there is no bound
 * @param limit how many rows there may be
 * @param kept which of them are kept if there are more
 */
record NearRange(long start, long end, int limit, Kept kept) {

    /** The most that JLIMIT may be (TDengine's manual, "Join Queries"). */
    private static final int MOST = 1024;

    /** Which rows of a range count. */
    enum Kept {
        EARLIEST,
        LATEST
    }

    /** @param time how the left timestamp is compared with the right one, null if it is not */
    static NearRange asof(Select.JoinSource join, JoinCondition.@Nullable Pair time) {
        BinaryOperator operator = BinaryOperator.GREATER_OR_EQUAL;
        if (time != null) {
            operator = join.side() == JoinSide.RIGHT ? TimeRange.mirrored(time.operator()) : time.operator();
        }
        int limit = limit(join, 1);
        if (limit == 0) {
            throw SqlException.notSupported("JLIMIT 0 of an ASOF JOIN");
        }
        return switch (operator) {
            case EQUAL -> new NearRange(0, 0, limit, Kept.LATEST);
            case GREATER_OR_EQUAL -> new NearRange(Long.MIN_VALUE, 0, limit, Kept.LATEST);
            case GREATER -> new NearRange(Long.MIN_VALUE, -1, limit, Kept.LATEST);
            case LESS_OR_EQUAL -> new NearRange(0, Long.MAX_VALUE, limit, Kept.EARLIEST);
            case LESS -> new NearRange(1, Long.MAX_VALUE, limit, Kept.EARLIEST);
            default -> throw new SqlException(0x0733, "Not supported join on condition");
        };
    }

    static NearRange window(Select.JoinSource join, Precision precision) {
        if (join.window() == null) {
            throw new IllegalArgumentException("a WINDOW JOIN without its window");
        }
        long a = distance(join.window().start(), precision);
        long b = distance(join.window().end(), precision);
        int limit = limit(join, Integer.MAX_VALUE);
        if (limit > 0 && limit < Integer.MAX_VALUE && Math.min(a, b) < 0) {
            throw SqlException.notSupported("JLIMIT of a WINDOW JOIN that looks back");
        }
        return new NearRange(Math.min(a, b), Math.max(a, b), limit, Kept.EARLIEST);
    }

    private static long distance(Expr.DurationLiteral duration, Precision precision) {
        if (TimeUnits.isCalendar(duration)) {
            throw SqlException.notSupported("WINDOW_OFFSET of months or years");
        }
        return TimeUnits.units(duration, precision);
    }

    private static int limit(Select.JoinSource join, int usual) {
        if (join.limit() == null) {
            return usual;
        }
        if (join.limit() > MOST) {
            throw SqlException.notSupported("JLIMIT of more than " + MOST);
        }
        return join.limit().intValue();
    }
}
