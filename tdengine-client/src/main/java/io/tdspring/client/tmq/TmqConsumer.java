// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A member of a consumer group, with a connection of its own.
 *
 * <p>Nothing is committed automatically, unless {@link ConsumerOptions.Builder#autoCommit} is on: {@link
 * #commit(TmqMessage)} a message when it has been dealt with, and until
 * then the group gets it again after this consumer has gone. Offsets grow but have gaps, so never calculate with them.
 *
 * <p>Confined to one thread at a time, except {@link #wakeup()}, {@link #close()} and {@link #stats()}, which any thread may
 * call; other calls from two threads at once fail with {@link IllegalStateException}.
 *
 * <p>When the connection breaks, {@link #poll} joins the group again over another one, with pauses between its attempts, and
 * goes on behind what it has delivered, or where it was sought, in each vgroup in which the group's commits are as this
 * consumer left them; in others at what the group has committed, so that messages may come twice. Until it is back its polls
 * find nothing, and all other calls fail with {@link io.tdspring.error.TdengineConnectionException}. A vgroup of
 * which the group has committed nothing and this consumer has read nothing begins as {@link ConsumerOptions#autoOffsetReset()}
 * says once more.
 *
 * <p>Calls fail with {@link io.tdspring.error.TdengineTmqException} for what the server refuses, with
 * {@link io.tdspring.error.TdengineTimeoutException} if it does not answer in time, and with
 * {@link IllegalStateException} when not subscribed or closed.
 */
public interface TmqConsumer extends AutoCloseable {

    /**
     * Connects if need be, and joins the group for these topics. Takes two seconds as a rule, while a group rebalances
     * two minutes.
     *
     * @throws IllegalStateException if subscribed already; {@link #unsubscribe()} first
     */
    void subscribe(Collection<String> topics);

    /** The topics of {@link #subscribe}, empty before it and after {@link #unsubscribe()}. */
    Set<String> subscription();

    /**
     * Waits for the next message.
     *
     * <p>Messages of topics {@code with meta} or {@code only meta} may tell of changes to tables only, and have no rows then.
     * If this fails after a message had been announced, the next call tries to read the same message again; {@link #seek}
     * past one that cannot be read.
     *
     * @param timeout how long to wait for a message; reading its rows comes on top, limited by the request timeout
     * @return null if none came in time, the server being away among other reasons, or after {@link #wakeup()}
     * @throws io.tdspring.error.TdengineException if the connection has broken and the server refuses for good that this
     *     consumer joins again, as when its topic is gone or its user may not log in; the next call tries again
     * @throws UnreadableMessageException if a message is of a form that this client cannot read, such as with a JSON tag
     */
    @Nullable
    TmqMessage poll(Duration timeout);

    /**
     * Messages that have arrived already, as many as there are up to a number: while one is handled the next few (at most 4,
     * and 4 MiB) are fetched, as long as they follow one another. Never waits, and never fails for what
     * {@link #poll} would.
     *
     * @return in the order in which {@link #poll} would have delivered them; empty if it would have to wait
     */
    List<TmqMessage> pollReady(int max);

    /** Commits the end of this message and with it all before it in its vgroup. */
    void commit(TmqMessage message);

    /** Makes the group resume at this offset of a vgroup. Committing the same offset again is no error. */
    void commit(String topic, int vgroupId, long offset);

    /**
     * Makes the group resume at these offsets, all of which travel together. If one of them is refused, the others may have
     * been committed.
     *
     * @throws io.tdspring.error.TdengineTmqException the first refusal: 0x4008 if the vgroup belongs to another member now
     */
    void commit(Map<TopicVgroup, Long> offsets);

    /**
     * As {@link #commit(Map)}, but sends only: the next message can be polled for before the answers are there. Costs less
     * than {@link #commitAsync}, which needs another thread to tell of its end.
     *
     * @return what the outcome is to be asked of, before the next commit as a rule
     */
    default SentCommit startCommit(Map<TopicVgroup, Long> offsets) {
        commit(offsets);
        return SentCommit.DONE;
    }

    /**
     * As {@link #commit(Map)}, without waiting for the answers. For a topic of which nothing has been read yet it waits for
     * the server's word on who reads its vgroups.
     *
     * @return completed, on a thread of the common pool, when all are committed, or with the first failure; it fails at the
     *     latest when the request timeout is over or this consumer is closed
     */
    CompletableFuture<Void> commitAsync(Map<TopicVgroup, Long> offsets);

    /** The vgroups of a topic that this consumer reads now; a rebalance may change them at any time. */
    List<VgroupAssignment> assignment(String topic);

    /**
     * Moves the position within a vgroup, without committing anything; the next {@link #poll} reads from there.
     *
     * @param offset not negative, between {@code begin} and {@code end} of the vgroup's assignment; a message's {@code startOffset}
     *     gets it again
     */
    void seek(String topic, int vgroupId, long offset);

    /**
     * Moves to the oldest message that the server has of each of these vgroups.
     *
     * @throws io.tdspring.error.TdengineTmqException with 0x4008 if this consumer does not read one of them
     * @throws IllegalStateException if the server does not know yet where one of them begins, as shortly after a rebalance;
     *     nothing is moved then
     */
    void seekToBeginning(Collection<TopicVgroup> vgroups);

    /** As {@link #seekToBeginning}, to behind the newest message. */
    void seekToEnd(Collection<TopicVgroup> vgroups);

    /** Where the group would resume a vgroup, empty if nothing has been committed. */
    OptionalLong committed(String topic, int vgroupId);

    /**
     * The offset of the next message of a vgroup, whatever has been fetched ahead of it; empty before anything has been read or
     * sought.
     */
    OptionalLong position(String topic, int vgroupId);

    /** How much this consumer has done; {@link ConsumerStats#NONE} if it does not count. Any thread may call this. */
    default ConsumerStats stats() {
        return ConsumerStats.NONE;
    }

    /** Leaves the group; {@link #subscribe} may follow. Does nothing when not subscribed. */
    void unsubscribe();

    /**
     * Makes a {@link #poll} that is waiting return null at once, or else the next one. No message is lost by it. Any thread
     * may call this.
     */
    void wakeup();

    /** Leaves the group and closes the connection; idempotent. A poll of another thread fails. Any thread may call this. */
    @Override
    void close();
}
