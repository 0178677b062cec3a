// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.ConsumerStats;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.spring.event.ListenerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationEventPublisherAware;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogAccessor;

/**
 * Runs one listener: as many consumers of its group as its concurrency says, each with a thread of its own.
 *
 * <p>Offsets are committed after the listener has returned, as {@link AckMode} says; what was handled and not committed when
 * the process ended comes again. A stop lets what is in hand be finished and committed. Thread-safe.
 */
public final class TdTopicListenerContainer implements SmartLifecycle, ApplicationEventPublisherAware {

    /** Listeners start after and stop before everything that they may use, as in Spring's other listener containers. */
    public static final int DEFAULT_PHASE = Integer.MAX_VALUE - 100;

    private final LogAccessor log = new LogAccessor(LogFactory.getLog(TdTopicListenerContainer.class));
    private final ContainerSettings settings;
    private final ConsumerFactory consumers;
    private final MessageListener listener;
    private final DeliveryPolicy policy;
    private final boolean autoStartup;
    private final ContainerEvents events = new ContainerEvents();
    private final GapCheck gaps;
    private final Assignments assignments = new Assignments();
    private final ContainerSeeks seeks;

    /** Of the runs before; guarded by this. */
    private ConsumerStats ended = ConsumerStats.NONE;

    /** Guarded by this. */
    private @Nullable ContainerRun running;

    public TdTopicListenerContainer(
            ContainerSettings settings,
            ConsumerFactory consumers,
            MessageListener listener,
            DeliveryPolicy policy,
            boolean autoStartup) {
        this.settings = settings;
        this.consumers = consumers;
        this.listener = listener;
        this.policy = policy;
        this.autoStartup = autoStartup;
        this.gaps = new GapCheck(settings, events);
        this.seeks = new ContainerSeeks(settings.id(), assignments, this::loops);
        TdConsumerSeekAware aware = settings.seeks().aware();
        if (aware != null) {
            aware.registerSeeks(settings.id(), seeks);
        }
    }

    private List<PollLoop> loops() {
        ContainerRun current = current();
        return current == null ? List.of() : current.loops();
    }

    /** The consumer group of its consumers. */
    public String groupId() {
        return consumers.groupId();
    }

    /** What its consumers have done since this was made. */
    public synchronized ConsumerStats stats() {
        return running == null ? ended : ended.plus(running.stats());
    }

    /** How often the vgroups of one of its consumers have changed, since this was made. */
    public long rebalances() {
        return assignments.rebalances();
    }

    /** Seeks in the vgroups that its consumers read. */
    public ContainerSeeks seeks() {
        return seeks;
    }

    /** The container's id, as on the annotation. */
    public String id() {
        return settings.id();
    }

    /** How this container runs. */
    public ContainerSettings settings() {
        return settings;
    }

    /** Whether each of its consumers is subscribed now: false while the server is away. */
    public boolean isConnected() {
        ContainerRun current = current();
        return current != null && current.loops().stream().allMatch(PollLoop::isConnected);
    }

    /**
     * How many offsets its consumers are behind the ends of their vgroups' logs, measured about once a second; offsets are
     * not rows. Empty while that is unknown.
     */
    public OptionalLong lag() {
        ContainerRun current = current();
        return current == null ? OptionalLong.empty() : current.lags().sum();
    }

    /** The same for each vgroup, without those of which it is unknown; never negative. */
    public Map<TopicVgroup, Long> lags() {
        ContainerRun current = current();
        return current == null ? Map.of() : current.lags().known();
    }

    private synchronized @Nullable ContainerRun current() {
        return running;
    }

    /**
     * Starts its threads; does nothing if it runs.
     *
     * @throws ListenerStartException with {@link StartupFailurePolicy#STOP}, which waits, if a consumer cannot join its group
     */
    @Override
    public void start() {
        ContainerRun started = startThreads();
        JoinPolicy joining = settings.joining();
        if (started != null && joining.startupFailure() == StartupFailurePolicy.STOP) {
            started.awaitStartUp(joining.startupTimeout(), settings.shutdownTimeout());
        }
    }

    private synchronized @Nullable ContainerRun startThreads() {
        if (isRunning()) {
            return null;
        }
        if (settings.isLogged()) {
            log.info(() -> "Listener of group " + consumers.groupId() + " starts: " + settings);
        }
        events.accept(new ListenerEvent.Starting(settings.id()));
        if (running != null) {
            ended = ended.plus(running.stats());
        }
        ContainerMonitor monitor = new ContainerMonitor(settings, events, assignments);
        SeekCalls calls = new SeekCalls(settings.id(), settings.seeks());
        ContainerRun started = new ContainerRun(
                settings, (name, signals, watch) -> loop(name, signals, watch, calls), events, monitor);
        running = started;
        started.start();
        events.accept(new ListenerEvent.Started(settings.id()));
        return started;
    }

    private PollLoop loop(String name, LoopSignals signals, LoopObserver monitor, SeekCalls calls) {
        SeekQueue queue = new SeekQueue(name);
        LoopObserver observers = new Observers(List.of(
                monitor,
                new FirstCommits(name),
                new AssignmentWatch(name, settings, events, gaps, assignments, calls, queue),
                new IdleWatch(name, settings, events, () -> calls.idle(queue)),
                new PauseEvents(name, settings.id(), events)));
        return new PollLoop(name, settings, consumers, listener, policy, signals, queue, observers);
    }

    /** The vgroups that its consumers read, as of about a second ago. */
    public Set<TopicVgroup> assigned() {
        return assignments.all();
    }

    /**
     * Waits until its consumers read so many vgroups.
     *
     * @return false if they do not after that time, or if the caller is interrupted
     */
    public boolean awaitAssignment(int vgroups, Duration time) {
        return assignments.await(vgroups, time);
    }

    /** Has {@link ListenerEvent}s published there. */
    @Override
    public void setApplicationEventPublisher(ApplicationEventPublisher publisher) {
        events.publishTo(publisher);
    }

    /** How often what the group had not read was gone, since this was made. */
    public long gaps() {
        return gaps.found();
    }

    /**
     * Hands nothing on until {@link #resume}; what is in hand is finished first. The consumers stay in their group, with their
     * vgroups. Ends with the container.
     */
    public void pause() {
        ContainerRun current = current();
        if (current != null) {
            current.pause();
        }
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        ContainerRun current = current();
        if (current != null) {
            current.resume();
        }
    }

    /** Whether a pause was asked for; some messages may still be in hand. */
    public boolean isPauseRequested() {
        ContainerRun current = current();
        return current != null && current.signals().pause().isRequested();
    }

    /** Whether all its consumers pause. */
    public boolean isPaused() {
        ContainerRun current = current();
        return current != null && current.loops().stream().allMatch(PollLoop::isPaused);
    }

    /** Why it ended by itself; empty if it runs, was stopped, or never started. */
    public Optional<StopReason> stopReason() {
        ContainerRun current = current();
        return current == null ? Optional.empty() : current.signals().stop().reason();
    }

    @Override
    public void stop() {
        ContainerRun current = current();
        if (current == null) {
            return;
        }
        current.requestStop();
        if (current.isOwnThread()) {
            // A listener that stops its own container: the loop ends after the message in hand.
            return;
        }
        current.end(settings.shutdownTimeout());
        forget(current);
    }

    private synchronized void forget(ContainerRun stopped) {
        if (running == stopped) {
            ended = ended.plus(stopped.stats());
            running = null;
        }
    }

    @Override
    public void stop(Runnable callback) {
        ContainerRun current = current();
        if (current != null) {
            // All containers of an application finish their messages at the same time, not one after the other.
            current.requestStop();
        }
        Thread stopper = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        callback.run();
                    }
                },
                settings.id() + "-stop");
        stopper.start();
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null && !running.hasEnded();
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
