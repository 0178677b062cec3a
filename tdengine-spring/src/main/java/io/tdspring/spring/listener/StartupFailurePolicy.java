// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** What becomes of a container whose consumer cannot join its group when the container starts. */
public enum StartupFailurePolicy {
    /** The start waits for all consumers and fails with {@link ListenerStartException}, and so does the application's. */
    STOP,
    /** The container ends with a reason; the application starts without it. */
    CONTINUE,
    /** It tries again, with the pauses of the reconnect back-off, while the application starts. */
    RETRY
}
