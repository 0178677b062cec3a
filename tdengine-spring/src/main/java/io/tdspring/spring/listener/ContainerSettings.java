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
 * @param shutdownTimeout how long a stop waits for what is in hand
 * @param stopsAtOnce whether a stop waits for the message in hand alone, and not for all that came with it
 * @param keepAlive how often a paused container polls; less than the group's {@code max.poll.interval.ms} (300 s), or the
 *     server gives its vgroups to other consumers
 * @param acks when it commits
 */
public record ContainerSettings(
        String id,
        List<String> topics,
        int concurrency,
        Duration pollTimeout,
        Duration shutdownTimeout,
        boolean stopsAtOnce,
        Duration keepAlive,
        AckPolicy acks) {

    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    public ContainerSettings {
        Assert.hasText(id, "id must not be empty");
        Assert.notEmpty(topics, () -> "listener " + id + " has no topics");
        Assert.isTrue(concurrency > 0, () -> "concurrency of listener " + id + " must be positive");
        topics = List.copyOf(topics);
    }

    /** A container that finishes what is in hand, commits what a poll brought together, and polls each minute while paused. */
    public ContainerSettings(
            String id, List<String> topics, int concurrency, Duration pollTimeout, Duration shutdownTimeout) {
        this(id, topics, concurrency, pollTimeout, shutdownTimeout, false, KEEP_ALIVE, AckPolicy.of(AckMode.BATCH));
    }

    /** The same with another policy of commits. */
    public ContainerSettings withAcks(AckPolicy newAcks) {
        return new ContainerSettings(
                id, topics, concurrency, pollTimeout, shutdownTimeout, stopsAtOnce, keepAlive, newAcks);
    }

    /** The same, but with another time between polls while paused. */
    public ContainerSettings withKeepAlive(Duration newKeepAlive) {
        return new ContainerSettings(
                id, topics, concurrency, pollTimeout, shutdownTimeout, stopsAtOnce, newKeepAlive, acks);
    }

    /** The same, but a stop waits for the message in hand alone. */
    public ContainerSettings stoppingAtOnce() {
        return new ContainerSettings(id, topics, concurrency, pollTimeout, shutdownTimeout, true, keepAlive, acks);
    }
}
