// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import java.time.Duration;

/**
 * What {@link WriterRow#append} does while a writer's memory is full. Immutable.
 *
 * @param patience how long it waits for room; then it throws a {@link io.tdspring.error.TdengineTimeoutException}
 */
public record WhenFull(Duration patience) {

    private static final Duration VERY_LONG = Duration.ofDays(365);

    public WhenFull {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative: " + patience);
        }
        patience = patience.compareTo(VERY_LONG) > 0 ? VERY_LONG : patience;
    }

    /** Wait until there is room, which there is at the latest when the delivery timeout of the rows before has passed. */
    public static WhenFull block() {
        return new WhenFull(VERY_LONG);
    }

    /** Wait so long at most. */
    public static WhenFull waitFor(Duration patience) {
        return new WhenFull(patience);
    }

    /** Refuse the row at once. */
    public static WhenFull reject() {
        return new WhenFull(Duration.ZERO);
    }
}
