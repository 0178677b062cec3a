// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.Query;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows are sorted: NULL first when ascending and last when descending, unless said otherwise. */
final class Ordering {

    private Ordering() {}

    /**
     * One key of a sort.
     *
     * @param cell the place of the key's value in the row
     */
    record Key(int cell, Query.OrderItem item) {}

    static Comparator<@Nullable Object[]> by(List<Key> keys) {
        return (left, right) -> {
            for (Key key : keys) {
                int order = compare(left[key.cell], right[key.cell], key.item);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int compare(@Nullable Object left, @Nullable Object right, Query.OrderItem item) {
        boolean ascending = item.direction() == Query.Direction.ASCENDING;
        if (left == null || right == null) {
            boolean nullsFirst =
                    item.nulls() == Query.NullOrder.DEFAULT ? ascending : item.nulls() == Query.NullOrder.FIRST;
            int order = Boolean.compare(left != null, right != null);
            return nullsFirst ? order : -order;
        }
        return ascending ? compare(left, right) : compare(right, left);
    }

    /** Compares two cells of one column. */
    static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.compare(a, b);
        }
        if (left instanceof JsonValues.SortKey a && right instanceof JsonValues.SortKey b) {
            return a.compareTo(b);
        }
        if (left instanceof byte[] a && right instanceof byte[] b) {
            return Arrays.compareUnsigned(a, b);
        }
        return isFraction(left) || isFraction(right)
                ? Double.compare(((Number) left).doubleValue(), ((Number) right).doubleValue())
                : exact((Number) left).compareTo(exact((Number) right));
    }

    private static boolean isFraction(Object value) {
        return value instanceof Double || value instanceof Float;
    }

    private static BigDecimal exact(Number value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        return value instanceof BigInteger integer ? new BigDecimal(integer) : BigDecimal.valueOf(value.longValue());
    }
}
