// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.event;

import io.tdspring.client.tmq.TopicVgroup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a listener container; published as an application event, on the thread on which it happened.
 * Immutable. Listen to one of the records with {@code @EventListener}.
 */
public sealed interface ListenerEvent {

    /** The container's id, as on the annotation. */
    String listenerId();

    /** The container is about to start its threads; none of them runs yet. */
    record Starting(String listenerId) implements ListenerEvent {}

    /** The container has started its threads; its consumers may still be connecting. */
    record Started(String listenerId) implements ListenerEvent {}

    /** The container begins to end, once for each start: it was told to stop, or ends by itself. */
    record Stopping(String listenerId) implements ListenerEvent {}

    /**
     * A consumer of the container cannot join its group at the container's start; told once a start.
     *
     * @param reason for people
     */
    record FailedToStart(String listenerId, String reason) implements ListenerEvent {}

    /**
     * All threads of the container have ended.
     *
     * @param reason why it ended by itself; null if it was told to stop
     */
    record Stopped(String listenerId, @Nullable String reason) implements ListenerEvent {}

    /**
     * A consumer of the container hands nothing on, as it was asked to.
     *
     * @param consumer its name
     */
    record Paused(String listenerId, String consumer) implements ListenerEvent {}

    /** A consumer of the container goes on. */
    record Resumed(String listenerId, String consumer) implements ListenerEvent {}

    /**
     * A consumer of the container has got nothing for some time; told once until it gets something.
     *
     * @param idle since the last message, or since it has joined its group
     */
    record Idle(String listenerId, String consumer, Duration idle) implements ListenerEvent {}

    /** A consumer that was idle has got something. */
    record NoLongerIdle(String listenerId, String consumer, Duration idle) implements ListenerEvent {}

    /**
     * A consumer of the container has not polled for long: its listener is still at work, or hangs. Told once until it polls.
     *
     * @param silence since it has handed on all that its last poll brought
     */
    record NonResponsive(String listenerId, String consumer, Duration silence) implements ListenerEvent {}

    /** A consumer that had not polled for long goes on. */
    record Responsive(String listenerId, String consumer, Duration silence) implements ListenerEvent {}

    /**
     * A consumer has joined its group, or another vgroup has come to it.
     */
    record Assigned(String listenerId, String consumer, TopicVgroup vgroup) implements ListenerEvent {}

    /** A vgroup has gone from a consumer, to another member of the group as a rule. */
    record Revoked(String listenerId, String consumer, TopicVgroup vgroup) implements ListenerEvent {}

    /**
     * The log of a vgroup begins behind what the group has committed: what lay between can be read by nobody any more.
     *
     * @param committed where the group would have gone on
     * @param begin where the log begins now
     */
    record LogGap(String listenerId, TopicVgroup vgroup, long committed, long begin) implements ListenerEvent {}
}
