// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/** How a container runs. Immutable. */
public final class ContainerSettings {

    private final String id;
    private final List<String> topics;
    private final int concurrency;
    private final Duration pollTimeout;
    private final Duration shutdownTimeout;
    private final boolean stopsAtOnce;
    private final Duration keepAlive;
    private final Duration idleAfter;
    private final AckPolicy acks;
    private final OnGap onGap;
    private final @Nullable Executor executor;
    private final MonitorPolicy monitor;
    private final JoinPolicy joining;
    private final SeekPolicy seeks;
    private final boolean logged;

    private ContainerSettings(Builder builder) {
        id = builder.id;
        topics = builder.topics;
        concurrency = builder.concurrency;
        pollTimeout = builder.pollTimeout;
        shutdownTimeout = builder.shutdownTimeout;
        stopsAtOnce = builder.stopsAtOnce;
        keepAlive = builder.keepAlive;
        idleAfter = builder.idleAfter;
        acks = builder.acks;
        onGap = builder.onGap;
        executor = builder.executor;
        monitor = builder.monitor;
        joining = builder.joining;
        seeks = builder.seeks;
        logged = builder.logged;
    }

    /**
     * Settings with defaults for all else.
     *
     * @param id names the container, its threads and its consumers
     * @param topics all are subscribed by each consumer
     * @throws IllegalArgumentException if the id is empty or there are no topics
     */
    public static Builder builder(String id, List<String> topics) {
        return new Builder(id, topics);
    }

    public String id() {
        return id;
    }

    public List<String> topics() {
        return topics;
    }

    /** Consumers, each with a thread; more than the topics have vgroups stay idle. Default: 1. */
    public int concurrency() {
        return concurrency;
    }

    /** How long a poll waits for a message. Default: 1 s. */
    public Duration pollTimeout() {
        return pollTimeout;
    }

    /** How long a stop waits for what is in hand. Default: 10 s. */
    public Duration shutdownTimeout() {
        return shutdownTimeout;
    }

    /** Whether a stop waits for the message in hand alone, and not for all that came with it. Default: no. */
    public boolean stopsAtOnce() {
        return stopsAtOnce;
    }

    /**
     * How often a paused container polls; less than the group's {@code max.poll.interval.ms} (300 s), or the server
     * gives its vgroups to other consumers. Default: a minute.
     */
    public Duration keepAlive() {
        return keepAlive;
    }

    /** After how long without a message a consumer counts as idle. Default: 30 s. */
    public Duration idleAfter() {
        return idleAfter;
    }

    /** When it commits. Default: {@link AckMode#BATCH}. */
    public AckPolicy acks() {
        return acks;
    }

    /** What to do when what the group has not read is gone. Default: {@link OnGap#EARLIEST}. */
    public OnGap onGap() {
        return onGap;
    }

    /** What runs its consumers. Empty, the default, stands for platform threads of its own. */
    public Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    /** How it looks after its consumers. Default: {@link MonitorPolicy#defaults}. */
    public MonitorPolicy monitor() {
        return monitor;
    }

    /** Where it reads, other than on from what was committed. Default: {@link SeekPolicy#defaults}. */
    public SeekPolicy seeks() {
        return seeks;
    }

    /** What to do when a consumer cannot join its group. Default: {@link JoinPolicy#defaults}. */
    public JoinPolicy joining() {
        return joining;
    }

    /** Whether a start logs these settings. Default: no. */
    public boolean isLogged() {
        return logged;
    }

    /** All settings, for people; there are no credentials among them. */
    @Override
    public String toString() {
        return new StringJoiner(", ", id + " [", "]")
                .add("topics=" + topics)
                .add("concurrency=" + concurrency)
                .add("pollTimeout=" + pollTimeout)
                .add("shutdownTimeout=" + shutdownTimeout)
                .add("stopsAtOnce=" + stopsAtOnce)
                .add("keepAlive=" + keepAlive)
                .add("idleAfter=" + idleAfter)
                .add("acks=" + acks)
                .add("onGap=" + onGap)
                .add("executor="
                        + (executor == null ? "none" : executor.getClass().getName()))
                .add("monitor=" + monitor)
                .add("joining=" + joining)
                .add("initialOffset=" + seeks.initialOffset())
                .toString();
    }

    /** Collects settings; confined to one thread. */
    public static final class Builder {

        private final String id;
        private final List<String> topics;
        private int concurrency = 1;
        private Duration pollTimeout = Duration.ofSeconds(1);
        private Duration shutdownTimeout = Duration.ofSeconds(10);
        private boolean stopsAtOnce = false;
        private Duration keepAlive = Duration.ofMinutes(1);
        private Duration idleAfter = Duration.ofSeconds(30);
        private AckPolicy acks = AckPolicy.of(AckMode.BATCH);
        private OnGap onGap = OnGap.EARLIEST;
        private @Nullable Executor executor;
        private MonitorPolicy monitor = MonitorPolicy.defaults();
        private JoinPolicy joining = JoinPolicy.defaults();
        private SeekPolicy seeks = SeekPolicy.defaults();
        private boolean logged = false;

        private Builder(String id, List<String> topics) {
            Assert.hasText(id, "id must not be empty");
            Assert.notEmpty(topics, () -> "listener " + id + " has no topics");
            this.id = id;
            this.topics = List.copyOf(topics);
        }

        /**
         * Sets how many consumers there are.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder concurrency(int consumers) {
            Assert.isTrue(consumers > 0, () -> "concurrency of listener " + id + " must be positive");
            concurrency = consumers;
            return this;
        }

        public Builder pollTimeout(Duration timeout) {
            pollTimeout = timeout;
            return this;
        }

        public Builder shutdownTimeout(Duration timeout) {
            shutdownTimeout = timeout;
            return this;
        }

        public Builder stopsAtOnce(boolean atOnce) {
            stopsAtOnce = atOnce;
            return this;
        }

        public Builder keepAlive(Duration interval) {
            keepAlive = interval;
            return this;
        }

        public Builder idleAfter(Duration time) {
            idleAfter = time;
            return this;
        }

        public Builder acks(AckPolicy policy) {
            acks = policy;
            return this;
        }

        /** The same policy of commits with another mode. */
        public Builder ackMode(AckMode mode) {
            return acks(new AckPolicy(mode, acks.count(), acks.time()));
        }

        public Builder onGap(OnGap what) {
            onGap = what;
            return this;
        }

        /**
         * Has the consumers run there, each on a thread from start to stop; while it does, the thread has the name of the
         * consumer. It must have a thread for each consumer of all containers that share it, and outlive them.
         */
        public Builder executor(Executor runner) {
            executor = runner;
            return this;
        }

        public Builder monitor(MonitorPolicy policy) {
            monitor = policy;
            return this;
        }

        /** Sets where it begins to read vgroups; the same policy of seeks otherwise. */
        public Builder initialOffset(InitialOffset offset) {
            seeks = seeks.withInitialOffset(offset);
            return this;
        }

        /** Tells somebody of vgroups, who may seek. */
        public Builder seekAware(TdConsumerSeekAware aware) {
            seeks = seeks.withAware(aware);
            return this;
        }

        public Builder joining(JoinPolicy policy) {
            joining = policy;
            return this;
        }

        public Builder logged(boolean atStart) {
            logged = atStart;
            return this;
        }

        public ContainerSettings build() {
            return new ContainerSettings(this);
        }
    }
}
