// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import io.tdspring.spring.listener.FailedDelivery;

/**
 * Told what a {@link DefaultErrorHandler} sees and does, for counting or alerting. Called by the consumer's thread, and by
 * several at once if the handler serves several consumers. What it throws is logged and changes nothing.
 */
public interface RetryListener {

    /** An attempt failed. */
    default void failed(FailedDelivery failure) {}

    /** The recoverer has taken what failed. */
    default void recovered(FailedDelivery failure) {}

    /** The recoverer failed; what it was to take is tried again. */
    default void recoveryFailed(FailedDelivery failure, RuntimeException thrown) {}
}
