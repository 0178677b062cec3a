// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.health;

import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.listener.StopReason;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * DOWN if a listener has ended by itself or has no connection, OUT_OF_SERVICE if one pauses, else UP; with state, lag (as a
 * sum and for each {@code topic/vgroup}) and gaps of each. A listener that was stopped, or never started, is told and counts
 * as well. Asks no server. Thread-safe.
 */
public class TdTopicListenerHealthIndicator extends AbstractHealthIndicator {

    private final TdTopicListenerEndpointRegistry registry;

    public TdTopicListenerHealthIndicator(TdTopicListenerEndpointRegistry registry) {
        super("TDengine listener health check failed");
        this.registry = registry;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Status status = Status.UP;
        for (TdTopicListenerContainer container : registry.getListenerContainers()) {
            Status each = statusOf(container);
            if (Status.UP.equals(status) || Status.DOWN.equals(each)) {
                status = each;
            }
            builder.withDetail(container.id(), detailsOf(container));
        }
        builder.status(status);
    }

    private static Status statusOf(TdTopicListenerContainer container) {
        boolean hasFailed = container.stopReason().isPresent();
        if (hasFailed || (container.isRunning() && !container.isConnected())) {
            return Status.DOWN;
        }
        return container.isPauseRequested() ? Status.OUT_OF_SERVICE : Status.UP;
    }

    private static Map<String, Object> detailsOf(TdTopicListenerContainer container) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", state(container));
        container.stopReason().map(StopReason::text).ifPresent(reason -> details.put("reason", reason));
        container.lag().ifPresent(lag -> details.put("lag", lag));
        Map<String, Long> lags = new TreeMap<>();
        container.lags().forEach((vgroup, lag) -> lags.put(vgroup.topic() + "/" + vgroup.vgroupId(), lag));
        if (!lags.isEmpty()) {
            details.put("lags", lags);
        }
        details.put("gaps", container.gaps());
        return details;
    }

    private static String state(TdTopicListenerContainer container) {
        if (!container.isRunning()) {
            return "stopped";
        }
        if (!container.isConnected()) {
            return "connecting";
        }
        return container.isPauseRequested() ? "paused" : "running";
    }
}
