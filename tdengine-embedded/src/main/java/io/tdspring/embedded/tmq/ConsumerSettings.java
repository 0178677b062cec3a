// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import java.time.Duration;

/**
 * How a consumer wants to read.
 *
 * <p>Immutable.
 *
 * @param clientId a name for people; it may be empty or repeat
 * @param user who reads
 * @param reset where to start without a committed offset
 * @param withTableName whether it wants to know the tables; only told on
 * @param batchMeta whether changes of tables that follow one another come in one message
 * @param maxPollInterval after so long without a poll it is taken for dead
 */
public record ConsumerSettings(
        String group,
        String clientId,
        String user,
        OffsetReset reset,
        boolean withTableName,
        boolean batchMeta,
        Duration maxPollInterval) {

    private static final Duration DEFAULT_MAX_POLL_INTERVAL = Duration.ofMinutes(5);

    /** A member of a group with everything else as it is by default. */
    public static ConsumerSettings of(String group, String clientId, String user, OffsetReset reset) {
        return new ConsumerSettings(group, clientId, user, reset, false, false, DEFAULT_MAX_POLL_INTERVAL);
    }
}
