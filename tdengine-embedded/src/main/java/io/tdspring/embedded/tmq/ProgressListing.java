// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import org.jspecify.annotations.Nullable;

/**
 * How far a group is in one vgroup of a topic, as SHOW SUBSCRIPTIONS tells of it.
 *
 * <p>Immutable.
 *
 * @param consumer who reads it, null if nobody does
 * @param committed where the group resumes, {@link TopicConsumer#NO_OFFSET} if nothing was committed
 * @param position the next offset to be read, {@link TopicConsumer#NO_OFFSET} if nobody has begun
 * @param end one behind the newest entry of the log
 * @param rows how many rows its consumer was given
 */
public record ProgressListing(
        String topic,
        String group,
        int vgroupId,
        @Nullable ConsumerListing consumer,
        long committed,
        long position,
        long end,
        long rows) {}
