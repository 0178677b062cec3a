// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** What a container does that is to read a topic that does not exist. */
public enum MissingTopics {
    /** At its start this is a failure that names the topics, and {@link StartupFailurePolicy} says what comes of it; later it waits. */
    FAIL,
    /** It waits for them with the reconnect back-off, and reads none before; its start has not failed. */
    WAIT,
    /**
     * It reads those that there are, and waits if there is none. What is made meanwhile is read when the container starts, or
     * has to connect, again.
     */
    IGNORE
}
