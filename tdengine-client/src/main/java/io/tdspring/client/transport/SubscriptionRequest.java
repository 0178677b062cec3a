// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to join a consumer group. Immutable.
 *
 * @param topics what to read
 * @param options by their names in TDengine's manual, {@code group.id} at least; credentials are not among them
 * @param timeout for joining
 */
public record SubscriptionRequest(List<String> topics, Map<String, String> options, Duration timeout) {

    public SubscriptionRequest {
        topics = List.copyOf(topics);
        options = Map.copyOf(options);
    }
}
