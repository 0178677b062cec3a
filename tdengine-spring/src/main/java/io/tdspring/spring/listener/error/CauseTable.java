// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value for each kind of failure. A failure is of the kind of the first exception, from the outermost through its causes,
 * whose class or nearest superclass is listed. Immutable.
 */
record CauseTable<T>(Map<Class<? extends Throwable>, T> byClass) {

    /** Causes can form a ring. */
    private static final int MOST_CAUSES = 100;

    CauseTable {
        byClass = Map.copyOf(byClass);
    }

    Optional<T> of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            T value = nearest(cause.getClass());
            if (value != null) {
                return Optional.of(value);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private @Nullable T nearest(Class<?> type) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            T value = byClass.get(above);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
