// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.error.TdengineTmqException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits by itself what has been handled, if that is wanted. Who polls has handled what the polls before delivered.
 * Confined to one thread at a time.
 *
 * <p>A commit that fails is repeated with the next; only that of a vgroup which belongs to another member by now is given
 * up.
 */
final class AutoCommit {

    private static final Logger log = LoggerFactory.getLogger(AutoCommit.class);

    /** Sends one commit; failures come in its answer alone. */
    interface Sender {

        CompletableFuture<Void> send(TopicVgroup vgroup, long offset);
    }

    private record Sent(TopicVgroup vgroup, long offset, CompletableFuture<Void> answer) {}

    private final Sender sender;
    private final boolean enabled;
    private final long intervalNanos;
    private final Map<TopicVgroup, Long> delivered = new HashMap<>();
    private final Map<TopicVgroup, Long> handled = new HashMap<>();
    private List<Sent> underWay = List.of();
    private long lastNanos = System.nanoTime();

    AutoCommit(ConsumerOptions options, Sender sender) {
        this.sender = sender;
        enabled = options.autoCommit();
        intervalNanos = options.autoCommitInterval().toNanos();
    }

    void delivered(TmqMessage message) {
        if (enabled) {
            delivered.put(message.vgroup(), message.endOffset());
        }
    }

    /** All before has been delivered, by a membership that is no more. */
    void resumed(TopicVgroup vgroup, long offset) {
        if (enabled) {
            delivered.put(vgroup, offset);
        }
    }

    /** The group goes on from there as well, until this consumer gets further. */
    void sought(TopicVgroup vgroup, long offset) {
        if (enabled) {
            delivered.remove(vgroup);
            handled.put(vgroup, offset);
        }
    }

    /** To be called before each poll; does not wait. */
    void beforePoll() {
        handled.putAll(delivered);
        delivered.clear();
        boolean isDue = System.nanoTime() - lastNanos >= intervalNanos;
        if (isDue && underWay.stream().allMatch(sent -> sent.answer.isDone())) {
            Map<TopicVgroup, Long> offsets = due();
            underWay = offsets.entrySet().stream()
                    .map(each -> new Sent(each.getKey(), each.getValue(), sender.send(each.getKey(), each.getValue())))
                    .toList();
            lastNanos = System.nanoTime();
        }
    }

    /** What has been handled and is not yet committed, nor under way; it counts as committed from now on. */
    Map<TopicVgroup, Long> due() {
        underWay.stream().filter(sent -> sent.answer.isDone()).forEach(this::settle);
        underWay = List.of();
        Map<TopicVgroup, Long> due = Map.copyOf(handled);
        handled.clear();
        return due;
    }

    private void settle(Sent sent) {
        Throwable failure = sent.answer.handle((done, thrown) -> cause(thrown)).join();
        if (failure instanceof TdengineTmqException refusal && refusal.code() == Membership.NOT_ASSIGNED) {
            log.debug("{} was not committed, it belongs to another member of the group now", sent.vgroup);
        } else if (failure != null) {
            log.warn(
                    "{} was not committed up to {} and will be with the next commit",
                    sent.vgroup,
                    sent.offset,
                    failure);
            handled.putIfAbsent(sent.vgroup, sent.offset);
        }
    }

    private static @Nullable Throwable cause(@Nullable Throwable thrown) {
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }
}
