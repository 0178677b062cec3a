// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Assignment;
import io.tdspring.client.transport.Subscription.Partition;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.TdengineTmqException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a consumer does between joining its group and leaving it. Confined to one thread at a time. */
final class Membership {

    private static final Logger log = LoggerFactory.getLogger(Membership.class);

    /** The server wants to have been asked for the vgroups, or polled, before it takes an offset. */
    private static final int ASSIGNMENT_UNKNOWN = 0x4010;

    /** The vgroup belongs to another consumer. */
    static final int NOT_ASSIGNED = 0x4008;

    private final Subscription subscription;
    private final MessagePoll messages;
    private final Set<String> topics;
    private final ConsumerMemory memory;
    private final Resumption resumption;

    private final AutoCommit autoCommit;

    /** Topics of which the server has told something, and takes offsets therefore. */
    private final Set<String> known = new HashSet<>();

    Membership(
            Subscription subscription,
            MessagePoll messages,
            Set<String> topics,
            ConsumerOptions options,
            ConsumerMemory memory) {
        this.subscription = subscription;
        this.messages = messages;
        this.topics = topics;
        this.memory = memory;
        this.resumption = new Resumption(memory.places(), memory.commits(), new ResumedVgroups());
        this.autoCommit = new AutoCommit(options, this::send);
    }

    Set<String> topics() {
        return topics;
    }

    @Nullable
    TmqMessage poll(Duration timeout) {
        autoCommit.beforePoll();
        resumption.beforePoll();
        TmqMessage message = messages.next(timeout, resumption);
        if (message != null) {
            delivered(message);
        }
        return message;
    }

    List<TmqMessage> ready(int max) {
        List<TmqMessage> ready = messages.ready(max, resumption);
        ready.forEach(this::delivered);
        return ready;
    }

    private void delivered(TmqMessage message) {
        known.add(message.topic());
        autoCommit.delivered(message);
    }

    void commit(Map<TopicVgroup, Long> offsets) {
        startCommit(offsets).await();
    }

    SentCommit startCommit(Map<TopicVgroup, Long> offsets) {
        List<Commit> commits = new ArrayList<>();
        offsets.forEach((vgroup, offset) -> commits.add(new Commit(vgroup, offset, send(vgroup, offset))));
        return () -> await(commits);
    }

    private void await(List<Commit> commits) {
        TdengineException first = null;
        for (Commit commit : commits) {
            try {
                await(commit);
            } catch (TdengineException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private record Commit(TopicVgroup vgroup, long offset, CompletableFuture<Void> answer) {}

    private void await(Commit commit) {
        try {
            await(commit.answer);
        } catch (TdengineTmqException e) {
            if (e.code() == NOT_ASSIGNED) {
                messages.lost(partition(commit.vgroup));
                resumption.forget(commit.vgroup);
            }
            if (e.code() != ASSIGNMENT_UNKNOWN) {
                throw e;
            }
            assignment(commit.vgroup.topic());
            await(send(commit.vgroup, commit.offset));
        }
    }

    private void await(CompletableFuture<Void> commit) {
        // It ends by itself in time; the deadline here is for what cannot happen.
        Deadline deadline = Deadline.after(messages.callTimeout()).withGrace();
        try {
            deadline.await(commit, "a commit");
        } catch (TimeoutException e) {
            String message = subscription.endpoint() + " did not answer a commit within " + deadline;
            throw new TdengineTimeoutException(message, e);
        }
    }

    CompletableFuture<Void> commitAsync(Map<TopicVgroup, Long> offsets) {
        offsets.keySet().stream()
                .map(TopicVgroup::topic)
                .filter(topic -> !known.contains(topic))
                .distinct()
                .forEach(this::assignment);
        CompletableFuture<?>[] commits = offsets.entrySet().stream()
                .map(offset -> send(offset.getKey(), offset.getValue()))
                .toArray(CompletableFuture<?>[]::new);
        // On a thread of the common pool, since that which reads the connection must not run what a user adds.
        return CompletableFuture.allOf(commits).whenCompleteAsync((done, failure) -> {});
    }

    private CompletableFuture<Void> send(TopicVgroup vgroup, long offset) {
        CompletableFuture<Void> commit;
        memory.commits().sent(vgroup, offset);
        try {
            commit = subscription.commit(partition(vgroup), offset, messages.callTimeout());
        } catch (TdengineException e) {
            commit = CompletableFuture.failedFuture(e);
        }
        return commit.whenComplete((done, failure) -> {
            memory.counters().committed(failure);
            if (failure == null) {
                memory.commits().taken(vgroup, offset);
            }
        });
    }

    List<Assignment> assignment(String topic) {
        List<Assignment> assignment = subscription.assignment(topic, messages.callTimeout());
        known.add(topic);
        messages.assigned(topic, assignment.stream().map(Assignment::vgroupId).collect(Collectors.toSet()));
        return assignment;
    }

    void seek(TopicVgroup vgroup, long offset) {
        move(vgroup, offset);
        resumption.forget(vgroup);
        autoCommit.sought(vgroup, offset);
    }

    private void move(TopicVgroup vgroup, long offset) {
        try {
            messages.settle();
            trySeek(vgroup, offset);
            messages.sought(partition(vgroup), offset);
        } catch (TdengineTmqException e) {
            if (e.code() == NOT_ASSIGNED) {
                // What lies here may be behind what was to come again.
                messages.lost(partition(vgroup));
            }
            throw e;
        } finally {
            messages.goOn();
        }
    }

    /** Where its consumer is in each vgroup. */
    Map<TopicVgroup, Long> places() {
        return resumption.placesBefore(messages.places());
    }

    private final class ResumedVgroups implements Resumption.Member {

        @Override
        public List<Assignment> assignment(String topic) {
            return Membership.this.assignment(topic);
        }

        @Override
        public OptionalLong committed(TopicVgroup vgroup) {
            return subscription.committed(partition(vgroup), messages.callTimeout());
        }

        @Override
        public void goOnAt(TopicVgroup vgroup, long offset, boolean isThere) {
            if (isThere) {
                messages.isAt(partition(vgroup), offset);
            } else {
                move(vgroup, offset);
            }
            autoCommit.resumed(vgroup, offset);
        }
    }

    private void trySeek(TopicVgroup vgroup, long offset) {
        try {
            subscription.seek(partition(vgroup), offset, messages.callTimeout());
        } catch (TdengineTmqException e) {
            if (e.code() != ASSIGNMENT_UNKNOWN) {
                throw e;
            }
            assignment(vgroup.topic());
            subscription.seek(partition(vgroup), offset, messages.callTimeout());
        }
    }

    /**
     * Seeks a border of these vgroups.
     *
     * @param border negative if the server does not know it
     */
    void seek(Collection<TopicVgroup> vgroups, ToLongFunction<Assignment> border) {
        Map<TopicVgroup, Long> borders = new HashMap<>();
        vgroups.stream()
                .map(TopicVgroup::topic)
                .distinct()
                .forEach(topic -> assignment(topic)
                        .forEach(assigned -> borders.put(
                                new TopicVgroup(topic, assigned.vgroupId()), border.applyAsLong(assigned))));
        vgroups.forEach(vgroup -> requireBorder(vgroup, borders.get(vgroup)));
        vgroups.forEach(vgroup -> seek(vgroup, borders.getOrDefault(vgroup, -1L)));
    }

    private void requireBorder(TopicVgroup vgroup, @Nullable Long border) {
        if (border == null) {
            String message = "vgroup " + vgroup.vgroupId() + " of topic " + vgroup.topic()
                    + " does not belong to this consumer at " + subscription.endpoint();
            throw new TdengineTmqException(NOT_ASSIGNED, message, 0, null);
        }
        if (border < 0) {
            throw new IllegalStateException("the server does not know yet where vgroup " + vgroup.vgroupId()
                    + " of topic " + vgroup.topic() + " begins and ends");
        }
    }

    OptionalLong committed(TopicVgroup vgroup) {
        OptionalLong committed = subscription.committed(partition(vgroup), messages.callTimeout());
        memory.commits().found(vgroup, committed);
        return committed;
    }

    OptionalLong position(TopicVgroup vgroup) {
        OptionalLong place = resumption.place(vgroup);
        return place.isPresent() ? place : messages.position(partition(vgroup));
    }

    void unsubscribe() {
        messages.settle();
        commitTheRest();
        subscription.unsubscribe(messages.callTimeout());
    }

    private void commitTheRest() {
        try {
            commit(autoCommit.due());
        } catch (TdengineException e) {
            log.warn("left group with something handled that was not committed, and will be delivered again", e);
        }
    }

    private static Partition partition(TopicVgroup vgroup) {
        return new Partition(vgroup.topic(), vgroup.vgroupId());
    }
}
