// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.admin;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How {@link TdengineAdmin} goes about it. Immutable.
 *
 * @param autoCreate whether it makes what is missing by itself when the application starts
 * @param failFast whether the application does not start if that fails; otherwise it warns and tries again beside it
 * @param retries the pauses between these attempts
 */
public record AdminSettings(boolean autoCreate, boolean failFast, BackOff retries) {

    /** Makes what is missing, and tries again for ever, after 0.5 s to 10 s. */
    public static AdminSettings defaults() {
        ExponentialBackOff growing = new ExponentialBackOff(500, 2);
        growing.setMaxInterval(10_000);
        return new AdminSettings(true, false, growing);
    }

    public AdminSettings withAutoCreate(boolean newAutoCreate) {
        return new AdminSettings(newAutoCreate, failFast, retries);
    }

    public AdminSettings withFailFast(boolean newFailFast) {
        return new AdminSettings(autoCreate, newFailFast, retries);
    }

    public AdminSettings withRetries(BackOff newRetries) {
        return new AdminSettings(autoCreate, failFast, newRetries);
    }
}
