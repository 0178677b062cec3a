// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.VgroupAssignment;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far a consumer is behind, at most once a second since it costs round trips.
 *
 * <p>Updated by the consumer's thread, read by any.
 */
final class LagProbe {

    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final List<String> topics;
    private volatile OptionalLong value = OptionalLong.empty();
    private @Nullable Long lastUpdate;

    LagProbe(List<String> topics) {
        this.topics = topics;
    }

    OptionalLong value() {
        return value;
    }

    void update(TmqConsumer consumer) {
        long now = System.nanoTime();
        if (lastUpdate == null || now - lastUpdate >= INTERVAL) {
            lastUpdate = now;
            value = measure(consumer);
        }
    }

    /** Empty as soon as one vgroup's end or position is unknown: a sum that leaves some out would look like progress. */
    private OptionalLong measure(TmqConsumer consumer) {
        long sum = 0;
        for (String topic : topics) {
            for (VgroupAssignment vgroup : consumer.assignment(topic)) {
                OptionalLong position = consumer.position(topic, vgroup.vgroupId());
                if (vgroup.end() < 0 || position.isEmpty()) {
                    return OptionalLong.empty();
                }
                sum += Math.max(0, vgroup.end() - position.getAsLong());
            }
        }
        return OptionalLong.of(sum);
    }
}
