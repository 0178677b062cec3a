// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.VgroupAssignment;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;

/**
 * Measures how far a consumer is behind, at most once a second since it costs round trips.
 *
 * <p>Updated by the consumer's thread, read by any.
 */
final class LagProbe {

    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(LagProbe.class));
    private volatile Lags value = Lags.UNKNOWN;
    private @Nullable Long lastUpdate;

    Lags value() {
        return value;
    }

    void update(TmqConsumer consumer) {
        long now = System.nanoTime();
        if (lastUpdate == null || now - lastUpdate >= INTERVAL) {
            lastUpdate = now;
            value = measureUnlessMoving(consumer);
        }
    }

    /** While vgroups move, the server refuses these questions; the lag is then unknown, and nothing else is wrong. */
    private Lags measureUnlessMoving(TmqConsumer consumer) {
        try {
            return measure(consumer);
        } catch (TdengineTmqException e) {
            log.debug(() -> "The lag is unknown: " + e.getMessage());
            return Lags.UNKNOWN;
        }
    }

    private Lags measure(TmqConsumer consumer) {
        Map<TopicVgroup, Long> known = new HashMap<>();
        boolean complete = true;
        for (String topic : consumer.subscription()) {
            for (VgroupAssignment vgroup : consumer.assignment(topic)) {
                OptionalLong position = consumer.position(topic, vgroup.vgroupId());
                if (vgroup.end() < 0 || position.isEmpty()) {
                    complete = false;
                } else {
                    long lag = Math.max(0, vgroup.end() - position.getAsLong());
                    known.put(new TopicVgroup(topic, vgroup.vgroupId()), lag);
                }
            }
        }
        return new Lags(known, complete);
    }
}
