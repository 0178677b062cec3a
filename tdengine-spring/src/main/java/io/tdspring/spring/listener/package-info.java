// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The listener container: it polls, hands on, and commits after success.
 *
 * <p>{@code TdTopicListenerContainer} owns threads and life-cycle, {@code PollLoop} is the one thread that touches a
 * consumer, {@code RetryingHandler} repeats what failed as an {@code ErrorHandler} decides, a {@code MessageListener}
 * calls the user's method. Uses the client's {@code tmq} package and {@code mapping}.
 */
@NullMarked
package io.tdspring.spring.listener;

import org.jspecify.annotations.NullMarked;
