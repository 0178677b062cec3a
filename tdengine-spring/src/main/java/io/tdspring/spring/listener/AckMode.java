// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/**
 * When a container commits what its listener has handled. A message, with all its rows, is the unit: its rows lie at one
 * offset.
 */
public enum AckMode {
    /** After each message. */
    RECORD,
    /** When all messages that one poll brought have been handled. The default. */
    BATCH,
    /** When so much time has gone by since the last commit. */
    TIME,
    /** When so many messages have been handled since the last commit. */
    COUNT,
    /** Whichever of {@link #TIME} and {@link #COUNT} comes first. */
    COUNT_TIME,
    /** As {@link #BATCH}, of what the listener has acknowledged. */
    MANUAL,
    /** As {@link #RECORD}, of what the listener has acknowledged; by another thread, at the next poll. */
    MANUAL_IMMEDIATE;

    /** Whether the listener says what is handled, by an {@link Acknowledgment}. */
    public boolean isManual() {
        return this == MANUAL || this == MANUAL_IMMEDIATE;
    }
}
