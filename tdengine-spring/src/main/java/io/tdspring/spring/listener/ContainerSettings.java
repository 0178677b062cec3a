// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.List;
import org.springframework.util.Assert;

/**
 * How a container runs. Immutable.
 *
 * @param id names the container, its threads and its consumers
 * @param topics all are subscribed by each consumer
 * @param concurrency consumers, each with a thread; more than the topics have vgroups stay idle
 * @param pollTimeout how long a poll waits for a message
 * @param shutdownTimeout how long a stop waits for the message in hand
 */
public record ContainerSettings(
        String id, List<String> topics, int concurrency, Duration pollTimeout, Duration shutdownTimeout) {

    public ContainerSettings {
        Assert.hasText(id, "id must not be empty");
        Assert.notEmpty(topics, () -> "listener " + id + " has no topics");
        Assert.isTrue(concurrency > 0, () -> "concurrency of listener " + id + " must be positive");
        topics = List.copyOf(topics);
    }
}
