// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import io.tdspring.embedded.access.Connections;
import io.tdspring.embedded.server.Credentials;
import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.Users;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.tmq.Delivery;
import io.tdspring.embedded.tmq.Subscriptions;
import io.tdspring.embedded.tmq.TopicConsumer;
import io.tdspring.protocol.tmq.SubscribeOption;
import io.tdspring.protocol.tmq.SubscribeRequest;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The consumer of one connection: none at first; after the first subscription it subscribes and unsubscribes with the same
 * settings.
 *
 * <p>Confined to the consumer's thread.
 */
public final class TmqMembership implements AutoCloseable {

    /** Stands for "without limit". */
    private static final Duration ALWAYS = Duration.ofDays(365);

    /** So long a real client tries. */
    private static final Duration LONGEST_REBALANCE = Duration.ofMinutes(2);

    private final Subscriptions subscriptions;
    private final Users users;
    private final Runnable closer;
    private @Nullable SubscribeSettings settings;
    private @Nullable TopicConsumer consumer;
    private Connections.@Nullable Connection login;
    private boolean subscribed;
    private @Nullable HeldMessage held;
    private long lastMessageId;
    private long lastCommit;

    /** @param closer ends the connection */
    public TmqMembership(Subscriptions subscriptions, Users users, Runnable closer) {
        this.subscriptions = subscriptions;
        this.users = users;
        this.closer = closer;
    }

    /** Joins a group, or joins it again with other topics and everything else as before. */
    void subscribe(SubscribeRequest request) throws InterruptedException {
        if (subscribed) {
            throw Failures.adapter("tmq should have unsubscribed first");
        }
        SubscribeSettings wanted = settings == null ? login(request) : settings;
        TopicConsumer joined = subscriptions.join(wanted.consumer(), request.topics());
        try {
            joined.awaitVgroups(LONGEST_REBALANCE);
        } catch (SqlException | InterruptedException e) {
            joined.close();
            throw e;
        }
        consumer = joined;
        settings = wanted;
        subscribed = true;
        lastCommit = System.nanoTime();
    }

    private SubscribeSettings login(SubscribeRequest request) {
        SubscribeSettings wanted = SubscribeSettings.read(request);
        logout();
        try {
            login = users.login(
                    new Credentials(request.option(SubscribeOption.USER), request.option(SubscribeOption.PASSWORD)),
                    closer);
        } catch (SqlException e) {
            // A real server does not tell more here.
            throw Failures.adapter("init tscObj failed");
        }
        return wanted;
    }

    /** Whether there has been a subscription, also if it has ended. */
    boolean isReady() {
        return consumer != null;
    }

    /**
     * The consumer, which may have left its group.
     *
     * @throws SqlException if there has been no subscription
     */
    TopicConsumer consumer() {
        TopicConsumer current = consumer;
        if (current == null) {
            throw Failures.adapter("tmq not init");
        }
        return current;
    }

    /** Whether {@code fetch} names the tables. */
    boolean withTableName() {
        return settings != null && settings.consumer().withTableName();
    }

    /** Leaves the group and frees the message. */
    void unsubscribe() {
        consumer().close();
        subscribed = false;
        held = null;
    }

    /**
     * The next message, or null if there is none in time.
     *
     * @param millis a negative number waits without limit
     * @param received the id of the last message that the client has; if it is not the one held, that one comes again
     */
    @Nullable
    HeldMessage poll(long millis, OptionalLong received) throws InterruptedException {
        HeldMessage last = held;
        if (last != null && received.isPresent() && received.getAsLong() != last.id()) {
            return last;
        }
        commitIfDue();
        Delivery delivery = consumer().poll(millis < 0 ? ALWAYS : Duration.ofMillis(millis));
        if (delivery == null) {
            return null;
        }
        held = new HeldMessage(++lastMessageId, delivery);
        return held;
    }

    private void commitIfDue() {
        Duration interval = settings == null ? null : settings.autoCommit();
        if (interval == null || !subscribed || System.nanoTime() - lastCommit < interval.toNanos()) {
            return;
        }
        lastCommit = System.nanoTime();
        consumer().commitAll();
    }

    /**
     * The message held.
     *
     * @param otherwise what to say if it has another id
     */
    HeldMessage held(long id, String otherwise) {
        consumer();
        HeldMessage message = held;
        if (message == null) {
            throw Failures.adapter("message has been freed");
        }
        if (message.id() != id) {
            throw Failures.adapter(otherwise);
        }
        return message;
    }

    private void logout() {
        if (login != null) {
            login.close();
        }
    }

    /** Leaves the group for good. */
    @Override
    public void close() {
        logout();
        if (consumer != null) {
            consumer.close();
        }
    }
}
