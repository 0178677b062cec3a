// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TopicVgroup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Seeks in the vgroups that a container reads, for any thread: done by the consumer that reads the vgroup, between two of its
 * messages. The message in hand is finished first, and comes again if it lies behind the place sought; when the position goes
 * back, so does the group. A paused container seeks as well. Thread-safe.
 *
 * <p>What is returned is completed by the consumer's thread, which must not be kept. It fails with {@link
 * IllegalStateException} if no consumer of the container reads the vgroup, as far as they know, and with {@link
 * io.tdspring.error.TdengineTmqException} if the server refuses the offset.
 */
public final class ContainerSeeks {

    private final String listenerId;
    private final Assignments assignments;
    private final Supplier<List<PollLoop>> loops;

    ContainerSeeks(String listenerId, Assignments assignments, Supplier<List<PollLoop>> loops) {
        this.listenerId = listenerId;
        this.assignments = assignments;
        this.loops = loops;
    }

    /** Moves the position of a vgroup. */
    public CompletableFuture<Void> seek(TopicVgroup vgroup, long offset) {
        return request(vgroup, seeker -> seeker.seek(vgroup.topic(), vgroup.vgroupId(), offset));
    }

    /** As {@link TdConsumerSeeker#seekRelative}. */
    public CompletableFuture<Void> seekRelative(TopicVgroup vgroup, long offsets) {
        return request(vgroup, seeker -> seeker.seekRelative(vgroup.topic(), vgroup.vgroupId(), offsets));
    }

    /** Moves the position of all vgroups of a topic that the container reads to the oldest message. */
    public CompletableFuture<Void> seekToBeginning(String topic) {
        return all(seeker -> seeker.seekToBeginning(topic));
    }

    /** Moves the position of all vgroups of a topic that the container reads behind the newest message. */
    public CompletableFuture<Void> seekToEnd(String topic) {
        return all(seeker -> seeker.seekToEnd(topic));
    }

    private CompletableFuture<Void> request(TopicVgroup vgroup, Consumer<TdConsumerSeeker> seek) {
        Optional<PollLoop> reader = assignments
                .reader(vgroup)
                .flatMap(name -> loops.get().stream()
                        .filter(loop -> loop.name().equals(name))
                        .findFirst());
        return reader.map(loop -> loop.request(seek))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new IllegalStateException("no consumer of listener " + listenerId + " reads " + vgroup)));
    }

    private CompletableFuture<Void> all(Consumer<TdConsumerSeeker> seek) {
        List<PollLoop> running = loops.get();
        if (running.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("listener " + listenerId + " does not run"));
        }
        return CompletableFuture.allOf(
                running.stream().map(loop -> loop.request(seek)).toArray(CompletableFuture<?>[]::new));
    }
}
