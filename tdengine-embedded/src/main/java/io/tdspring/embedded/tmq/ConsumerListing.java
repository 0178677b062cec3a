// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer as SHOW CONSUMERS tells of it.
 *
 * <p>Immutable.
 *
 * @param id unlike that of every other consumer this server ever had
 * @param topics in the order of the subscription
 * @param subscribed when it subscribed
 * @param rebalanced when it last got or lost a vgroup, null if never
 * @param polled when it last polled, null if never
 */
public record ConsumerListing(
        long id,
        ConsumerSettings settings,
        List<String> topics,
        Instant subscribed,
        @Nullable Instant rebalanced,
        @Nullable Instant polled) {

    public ConsumerListing {
        topics = List.copyOf(topics);
    }
}
