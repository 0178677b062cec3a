// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Announcement;
import io.tdspring.client.transport.Subscription.Content;
import io.tdspring.client.transport.Subscription.Message;
import io.tdspring.client.transport.Subscription.Partition;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for messages without ever losing one. Confined to one thread at a time.
 *
 * <p>A poll for whose answer nobody waited stays under way, and a message that has been announced stays unread, until a
 * later call takes it up. The server is not polled again before, since it keeps one message only.
 */
final class MessagePoll {

    /** The server makes other calls wait for a poll, so one must not keep a commit, or leaving the group, waiting long. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private record Sent(CompletableFuture<Announcement> answer, Deadline deadline) {}

    private final Subscription subscription;
    private final Bell bell;
    private final Duration requestTimeout;
    private final ConsumerCounters counters;
    private final ReadPositions positions;
    private @Nullable Sent underWay;
    private @Nullable Message unread;

    MessagePoll(Subscription subscription, Bell bell, ConsumerCounters counters, Duration requestTimeout) {
        this.subscription = subscription;
        this.bell = bell;
        this.counters = counters;
        this.requestTimeout = requestTimeout;
        this.positions = new ReadPositions(subscription, requestTimeout);
    }

    /** The next message, or null if none came in time or the bell says that somebody wants this to end. */
    @Nullable
    TmqMessage next(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        do {
            if (unread == null && !bell.isWoken()) {
                unread = announced(deadline);
            }
            if (bell.takeWakeup()) {
                return null;
            }
            if (unread != null) {
                return read(unread);
            }
        } while (!deadline.isOver());
        return null;
    }

    private TmqMessage read(Message message) {
        try {
            Content content = subscription.read(message, requestTimeout);
            long start = positions.startOf(message);
            unread = null;
            positions.set(message.partition(), content.end());
            TmqMessage delivered = delivered(message, start, content);
            counters.delivered(delivered);
            return delivered;
        } catch (UnsupportedFeatureException | TdengineProtocolException e) {
            throw unreadable(message, e);
        } catch (TdengineTmqException e) {
            if (e.code() == Membership.NOT_ASSIGNED) {
                // The other member gets the message from where the group has committed.
                unread = null;
                positions.forget(message.partition());
            }
            throw e;
        }
    }

    private TdengineException unreadable(Message message, TdengineException why) {
        Partition partition = message.partition();
        OptionalLong end = subscription.position(partition, requestTimeout);
        if (end.isEmpty()) {
            return why;
        }
        TopicVgroup vgroup = new TopicVgroup(partition.topic(), partition.vgroupId());
        return new UnreadableMessageException(vgroup, positions.startOf(message), end.getAsLong(), why);
    }

    private static TmqMessage delivered(Message message, long start, Content content) {
        return new TmqMessage(
                message.partition().topic(),
                message.database(),
                message.partition().vgroupId(),
                message.offset(),
                start,
                content.end(),
                content.rows().stream()
                        .map(rows -> new TableBlock(rows.tableName(), rows.block()))
                        .toList(),
                content.changes());
    }

    /** Waits for the answer to one poll; null if it brought nothing, did not come in time, or after a wake-up. */
    private @Nullable Message announced(Deadline deadline) {
        Sent resumed = underWay;
        Sent sent = resumed == null ? send(deadline.remaining()) : resumed;
        // A poll that is sent now brings its answer by itself; of an old one we do not know how long it has to wait.
        Deadline until = resumed == null || deadline.remainingNanos() > sent.deadline.remainingNanos()
                ? sent.deadline
                : deadline;
        bell.await(() -> sent.answer.isDone() || bell.isWoken(), until);
        failIfOverdue(sent);
        return sent.answer.isDone() ? take(sent) : null;
    }

    private Sent send(Duration wanted) {
        Duration blocking = wanted.compareTo(SLICE) > 0 ? SLICE : wanted;
        CompletableFuture<Announcement> answer = subscription.poll(blocking);
        Sent sent = new Sent(answer, Deadline.after(requestTimeout.plus(blocking)));
        underWay = sent;
        CompletableFuture<Announcement> unused = answer.whenComplete((announcement, failure) -> bell.ring());
        return sent;
    }

    private void failIfOverdue(Sent sent) {
        if (sent.deadline.isOver() && !sent.answer.isDone()) {
            throw new TdengineTimeoutException(
                    subscription.endpoint() + " did not answer poll within " + sent.deadline, null);
        }
    }

    private @Nullable Message take(Sent answered) {
        underWay = null;
        counters.polled();
        try {
            return answered.answer.join().message();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TdengineException failure) {
                throw failure;
            }
            throw new TdengineException("poll failed", e.getCause());
        }
    }

    /** How long another call may take: the server makes all of them wait for a poll that is under way. */
    Duration callTimeout() {
        return underWay == null ? requestTimeout : requestTimeout.plus(SLICE);
    }

    /** Waits until no poll is under way; what it brings stays to be read. */
    void settle() {
        Sent sent = underWay;
        if (sent != null) {
            bell.await(sent.answer::isDone, sent.deadline);
            failIfOverdue(sent);
            unread = take(sent);
        }
    }

    /** Goes on at an offset that has been sought; to be called when no poll is under way. */
    void sought(Partition partition, long offset) {
        if (unread != null && unread.partition().equals(partition)) {
            unread = null;
        }
        positions.set(partition, offset);
    }
}
