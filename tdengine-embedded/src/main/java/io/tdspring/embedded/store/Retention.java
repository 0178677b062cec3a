// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long the log of a vgroup keeps its entries.
 *
 * @param clock tells how old they are
 * @param mostBytes of values and their administration, about; the oldest entries go when there are more
 * @param period how old they become, negative for any age; may change
 */
record Retention(Clock clock, long mostBytes, Supplier<Duration> period) {

    static final long DEFAULT_MOST_BYTES = 256L * 1024 * 1024;
}
