// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.client.tmq.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.log.LogAccessor;

/** What a container does with one subscribed consumer, turn by turn. Confined to the consumer's thread. */
final class Consumption {

    /** More than that are not taken at once, so that a stop or a commit is not kept waiting. */
    private static final int MOST_MESSAGES = 64;

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(Consumption.class));
    private final TmqConsumer consumer;
    private final ContainerSettings settings;
    private final RetryingHandler handler;
    private final StopSignal stop;
    private final Commits commits;
    private final ConsumerSeeker seeker;
    private final SeekQueue seeks;

    Consumption(
            TmqConsumer consumer,
            ContainerSettings settings,
            RetryingHandler handler,
            StopSignal stop,
            SeekQueue seeks) {
        this.consumer = consumer;
        this.settings = settings;
        this.handler = handler;
        this.stop = stop;
        this.commits = new Commits(consumer, settings.acks());
        this.seeker = new ConsumerSeeker(consumer, commits);
        this.seeks = seeks;
    }

    /** Does what was asked for meanwhile; to be called while nothing is in hand. */
    void seek() {
        seeks.run(seeker);
    }

    /** Whether a vgroup has turned out to be another consumer's since the last call. */
    boolean takeLoss() {
        return commits.takeLoss();
    }

    /** The messages of a poll that waits for one; empty if none came in time. */
    List<TmqMessage> poll() {
        TmqMessage first = consumer.poll(settings.pollTimeout());
        handler.polled();
        if (first == null) {
            return List.of();
        }
        List<TmqMessage> messages = new ArrayList<>();
        messages.add(first);
        messages.addAll(consumer.pollReady(MOST_MESSAGES - 1));
        return messages;
    }

    /**
     * Hands messages on and commits as the settings say.
     *
     * @param moved vgroups whose messages come again
     * @return false if the container is to stop
     */
    boolean handOn(List<TmqMessage> messages, Set<TopicVgroup> moved) {
        commits.beginBatch();
        boolean goOn = true;
        for (int i = 0; i < messages.size() && goOn && !leavesTheRest(); i++) {
            TmqMessage message = messages.get(i);
            seeks.run(seeker);
            // What is behind a place to which the position has gone back comes again.
            if (!moved.contains(message.vgroup()) && !commits.comesAgain(message.vgroup())) {
                goOn = handOn(message);
                commits.afterMessage();
            }
        }
        commits.afterBatch();
        return goOn;
    }

    private boolean leavesTheRest() {
        return stop.isCut() || (stop.isRequested() && settings.stopsAtOnce());
    }

    private boolean handOn(TmqMessage message) {
        HandledMessages.Entry entry = commits.begin(message);
        ListenerContext context =
                settings.acks().mode().isManual() ? ListenerContext.manual(seeker, entry) : ListenerContext.of(seeker);
        switch (handler.handle(message, context)) {
            case HANDLED -> context.nack().ifPresentOrElse(nack -> nack(message, nack.pause()), entry::done);
            case REDELIVER -> commits.redeliver(message);
            case STOP -> {
                return false;
            }
        }
        return true;
    }

    private void nack(TmqMessage message, Duration pause) {
        commits.redeliver(message);
        stop.await(pause);
    }

    /**
     * Has the error handler decide about a message that cannot be read; all vgroups of the consumer wait for that.
     *
     * @return false if the container is to stop
     */
    boolean handOn(UnreadableMessageException failure) {
        TopicVgroup vgroup = failure.vgroup();
        long start = failure.startOffset();
        TmqMessage place = new TmqMessage(
                vgroup.topic(), "", vgroup.vgroupId(), start, start, failure.endOffset(), List.of(), List.of());
        switch (handler.unreadable(place, failure)) {
            case HANDLED -> {
                consumer.seek(vgroup.topic(), vgroup.vgroupId(), failure.endOffset());
                commits.begin(place).done();
                commits.afterBatch();
            }
            case REDELIVER -> log.debug(() -> "trying again to read what " + vgroup + " has at " + start);
            case STOP -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Polls so that the server keeps this consumer in its group, and has what comes come again. Commits what was handled
     * before a pause, or acknowledged meanwhile: the pause may be long, and its end may be a crash.
     */
    void keepAlive() {
        commits.commitAll();
        TmqMessage message = consumer.poll(Duration.ZERO);
        if (message != null) {
            commits.redeliver(message);
        }
    }

    /** Leaves the group with all that is handled committed. */
    void end() {
        commits.commitAll();
        consumer.unsubscribe();
    }
}
