// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Content;
import io.tdspring.client.transport.Subscription.Fetched;
import io.tdspring.client.transport.Subscription.Message;
import io.tdspring.client.transport.Subscription.Partition;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for messages without ever losing one. Confined to one thread at a time.
 *
 * <p>A poll for whose answer nobody waited stays under way, and a message that was announced or has failed stays there,
 * until a later call takes it up.
 */
final class MessagePoll {

    private static final Logger log = LoggerFactory.getLogger(MessagePoll.class);

    /** The server makes other calls wait for a poll, so one must not keep a commit, or leaving the group, waiting long. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Subscription subscription;
    private final Bell bell;
    private final Duration requestTimeout;
    private final ConsumerCounters counters;
    private final ReadPositions positions;
    private final ReadAhead ahead;

    /** Where something of vgroups begins that was dropped here, and perhaps read by nobody else. */
    private final Map<Partition, Long> doubtful = new HashMap<>();

    /** Where the last message of a vgroup was that the position had not got behind. */
    private final Map<Partition, Long> goneBack = new HashMap<>();

    MessagePoll(Subscription subscription, Bell bell, ConsumerCounters counters, Duration requestTimeout) {
        this.subscription = subscription;
        this.bell = bell;
        this.counters = counters;
        this.requestTimeout = requestTimeout;
        this.positions = new ReadPositions(subscription, requestTimeout);
        this.ahead = new ReadAhead(subscription, bell, counters, requestTimeout);
    }

    /** The next message, or null if none came in time or the bell says that somebody wants this to end. */
    @Nullable
    TmqMessage next(Duration timeout, Resumption resumption) {
        Deadline deadline = Deadline.after(timeout);
        do {
            if (!bell.isWoken()) {
                await(deadline);
            }
            if (bell.takeWakeup()) {
                return null;
            }
            Arrival first = ahead.first();
            if (first == null || !first.isOver()) {
                ahead.failIfFailed();
            } else if (!resumption.resume(vgroup(first))) {
                TmqMessage message = deliver(first);
                if (message != null) {
                    return message;
                }
            }
        } while (!deadline.isOver());
        return null;
    }

    /** Messages that have arrived already, as many as are wanted; what has failed is for {@link #next} to tell. */
    List<TmqMessage> ready(int max, Resumption resumption) {
        List<TmqMessage> ready = new ArrayList<>();
        for (Arrival first = ahead.first();
                first != null
                        && first.hasArrived()
                        && !isDoubtful(first)
                        && resumption.place(vgroup(first)).isEmpty()
                        && ready.size() < max;
                first = ahead.first()) {
            try {
                TmqMessage message = delivered(first);
                if (message != null) {
                    ready.add(message);
                }
            } catch (TdengineException e) {
                // It stays there, and fails again when somebody polls for it.
                log.debug("{} is not ready", first.message(), e);
                break;
            }
        }
        return ready;
    }

    /** Waits until the first message has arrived, a poll has brought nothing, or after a wake-up. */
    private void await(Deadline deadline) {
        Duration wanted = deadline.remaining();
        Deadline until = ahead.ask(wanted.compareTo(SLICE) > 0 ? SLICE : wanted, deadline);
        bell.await(() -> ahead.hasNews() || bell.isWoken(), until);
        ahead.failIfOverdue();
    }

    private boolean isDoubtful(Arrival arrival) {
        return doubtful.containsKey(arrival.message().partition());
    }

    /** Null if it comes again. */
    private @Nullable TmqMessage deliver(Arrival arrival) {
        try {
            return isDoubtful(arrival) && goesBack(arrival.message()) ? null : delivered(arrival);
        } catch (UnsupportedFeatureException | TdengineProtocolException e) {
            throw unreadable(arrival, e);
        } catch (TdengineTmqException e) {
            if (e.code() == Membership.NOT_ASSIGNED) {
                lost(arrival.message().partition());
            }
            throw e;
        }
    }

    /** Null if it comes again. */
    private @Nullable TmqMessage delivered(Arrival arrival) {
        Message message = arrival.message();
        Fetched fetched = arrival.fetched();
        if (hasGoneBack(message, fetched)) {
            ahead.remove(arrival);
            return null;
        }
        Content content = fetched.content();
        long start = positions.startOf(message);
        positions.set(message.partition(), fetched.end());
        ahead.remove(arrival);
        ahead.goOn();
        TmqMessage delivered = delivered(message, start, fetched.end(), content);
        counters.delivered(delivered);
        return delivered;
    }

    /**
     * Whether the position is not behind this message: its vgroup went to another member and came again before the position was
     * asked, and reading goes on where the group stands. A place where that happens again is a server's own way.
     */
    private boolean hasGoneBack(Message message, Fetched fetched) {
        if (!message.kind().hasRows() || fetched.end() > message.offset()) {
            return false;
        }
        Long before = goneBack.put(message.partition(), message.offset());
        return before == null || before != message.offset();
    }

    /**
     * Goes back to where the group stands if this message lies behind that. Its vgroup has been another member's and has
     * come again; what the server handed out since then may be what was dropped here.
     */
    private boolean goesBack(Message message) {
        Partition partition = message.partition();
        long dropped = doubtful.getOrDefault(partition, message.offset());
        long group = subscription.committed(partition, callTimeout()).orElse(dropped);
        boolean isBehind = group < message.offset();
        if (isBehind) {
            try {
                settle();
                subscription.seek(partition, group, callTimeout());
                sought(partition, group);
            } finally {
                goOn();
            }
        }
        doubtful.remove(partition);
        return isBehind;
    }

    private TdengineException unreadable(Arrival arrival, TdengineException why) {
        Partition partition = arrival.message().partition();
        OptionalLong end = arrival.hasArrived()
                ? OptionalLong.of(arrival.fetched().end())
                : subscription.position(partition, requestTimeout);
        if (end.isEmpty()) {
            return why;
        }
        return new UnreadableMessageException(
                vgroup(arrival), positions.startOf(arrival.message()), end.getAsLong(), why);
    }

    private static TopicVgroup vgroup(Arrival arrival) {
        return vgroup(arrival.message().partition());
    }

    private static TopicVgroup vgroup(Partition partition) {
        return new TopicVgroup(partition.topic(), partition.vgroupId());
    }

    private static TmqMessage delivered(Message message, long start, long end, Content content) {
        return new TmqMessage(
                message.partition().topic(),
                message.database(),
                message.partition().vgroupId(),
                message.offset(),
                start,
                end,
                content.rows().stream()
                        .map(rows -> new TableBlock(rows.tableName(), rows.block()))
                        .toList(),
                content.changes());
    }

    /** How long another call may take: the server makes all of them wait for a poll that is under way. */
    Duration callTimeout() {
        return ahead.poll() == null ? requestTimeout : requestTimeout.plus(SLICE);
    }

    /** Waits until nothing is on its way, and lets nothing new begin; what comes stays to be delivered. */
    void settle() {
        ahead.hold();
        bell.await(ahead::isQuiet, Deadline.after(callTimeout()).withGrace());
        ahead.failIfOverdue();
    }

    /** Goes on after {@link #settle}. */
    void goOn() {
        ahead.release();
    }

    /** Goes on at an offset that has been sought; to be called while nothing is on its way. */
    void sought(Partition partition, long offset) {
        ahead.drop(partition);
        doubtful.remove(partition);
        positions.set(partition, offset);
    }

    /** All before has been delivered already. */
    void isAt(Partition partition, long offset) {
        positions.set(partition, offset);
    }

    /** Where the user is, by all that was delivered and sought. */
    Map<TopicVgroup, Long> places() {
        Map<TopicVgroup, Long> places = new HashMap<>();
        positions.all().forEach((partition, position) -> places.put(vgroup(partition), position));
        return places;
    }

    /**
     * The vgroup was another member's when the server said so, who gets its messages from where the group has committed. It may
     * have come again meanwhile, and some of what is dropped here with it.
     */
    void lost(Partition partition) {
        OptionalLong read = positions.of(partition);
        Arrival first = ahead.first(partition);
        if (read.isPresent()) {
            doubtful.merge(partition, read.getAsLong(), Math::min);
        } else if (first != null) {
            doubtful.merge(partition, first.message().offset(), Math::min);
        }
        ahead.drop(partition);
        positions.forget(partition);
    }

    /**
     * What is delivered next. The server knows it, as far as what belongs to no message of the topic, unless something was fetched
     * that nobody has taken yet.
     */
    OptionalLong position(Partition partition) {
        Arrival first = ahead.first(partition);
        if (first == null && ahead.isQuiet()) {
            return subscription.position(partition, requestTimeout);
        }
        OptionalLong known = positions.of(partition);
        if (known.isPresent()) {
            return known;
        }
        return first == null
                ? subscription.position(partition, callTimeout())
                : OptionalLong.of(positions.startOf(first.message()));
    }

    /** These are all vgroups of a topic that this consumer reads. */
    void assigned(String topic, Set<Integer> vgroupIds) {
        positions.retain(topic, vgroupIds);
    }
}
