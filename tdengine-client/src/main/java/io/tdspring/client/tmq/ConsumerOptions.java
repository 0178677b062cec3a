// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer joins its group. Immutable; made by {@link #builder}.
 *
 * <p>Automatic commits, snapshots and replication data are not on offer, and table names always come along.
 */
public final class ConsumerOptions {

    /** Options that this client sets itself, because positions and messages depend on them. */
    private static final Set<String> RESERVED = Set.of(
            "group.id",
            "client.id",
            "auto.offset.reset",
            "enable.auto.commit",
            "auto.commit.interval.ms",
            "experimental.snapshot.enable",
            "msg.with.table.name",
            "msg.consume.rawdata",
            "session.timeout.ms",
            "max.poll.interval.ms");

    private final String groupId;
    private final @Nullable String clientId;
    private final OffsetReset autoOffsetReset;
    private final Duration subscribeTimeout;
    private final @Nullable Duration sessionTimeout;
    private final @Nullable Duration maxPollInterval;
    private final Map<String, String> config;

    private ConsumerOptions(Builder builder) {
        groupId = builder.groupId;
        clientId = builder.clientId;
        autoOffsetReset = builder.autoOffsetReset;
        subscribeTimeout = builder.subscribeTimeout;
        sessionTimeout = builder.sessionTimeout;
        maxPollInterval = builder.maxPollInterval;
        config = Map.copyOf(builder.config);
    }

    /**
     * Options with everything but the group at its default.
     *
     * @param groupId 1 to 192 bytes without a colon
     */
    public static Builder builder(String groupId) {
        return new Builder(groupId);
    }

    public String groupId() {
        return groupId;
    }

    /** The name under which the server lists this consumer, or null. */
    public @Nullable String clientId() {
        return clientId;
    }

    public OffsetReset autoOffsetReset() {
        return autoOffsetReset;
    }

    /** The deadline of {@link TmqConsumer#subscribe}, behind connecting. */
    public Duration subscribeTimeout() {
        return subscribeTimeout;
    }

    /** How long the server waits for a sign of life before it gives the vgroups to others; null for its default. */
    public @Nullable Duration sessionTimeout() {
        return sessionTimeout;
    }

    /** How long the server waits for a poll before it gives the vgroups to others; null for its default. */
    public @Nullable Duration maxPollInterval() {
        return maxPollInterval;
    }

    /** Further options of the server, by their names in TDengine's manual. */
    public Map<String, String> config() {
        return config;
    }

    /** All of it by the names of TDengine's manual; what positions rest on is always explicit. */
    Map<String, String> toOptions() {
        Map<String, String> options = new LinkedHashMap<>(config);
        options.put("group.id", groupId);
        options.put("auto.offset.reset", autoOffsetReset.optionValue());
        options.put("enable.auto.commit", "false");
        options.put("msg.with.table.name", "true");
        if (clientId != null) {
            options.put("client.id", clientId);
        }
        if (sessionTimeout != null) {
            options.put("session.timeout.ms", String.valueOf(sessionTimeout.toMillis()));
        }
        if (maxPollInterval != null) {
            options.put("max.poll.interval.ms", String.valueOf(maxPollInterval.toMillis()));
        }
        return options;
    }

    /** Collects options; confined to one thread. */
    public static final class Builder {

        private final String groupId;
        private @Nullable String clientId;
        private OffsetReset autoOffsetReset = OffsetReset.LATEST;
        private Duration subscribeTimeout = Duration.ofSeconds(150);
        private @Nullable Duration sessionTimeout;
        private @Nullable Duration maxPollInterval;
        private final Map<String, String> config = new LinkedHashMap<>();

        private Builder(String groupId) {
            if (groupId.isBlank() || groupId.indexOf(':') >= 0) {
                throw new IllegalArgumentException("group id \"" + groupId + "\" is blank or contains a colon");
            }
            this.groupId = groupId;
        }

        /** The name under which the server lists this consumer; null for none. */
        public Builder clientId(@Nullable String clientId) {
            this.clientId = clientId;
            return this;
        }

        /** Where a new group starts; {@link OffsetReset#LATEST} unless set, as TDengine has it. */
        public Builder autoOffsetReset(OffsetReset autoOffsetReset) {
            this.autoOffsetReset = Objects.requireNonNull(autoOffsetReset, "autoOffsetReset");
            return this;
        }

        /** The deadline of subscribing; 150 s unless set, since the server may take two minutes. */
        public Builder subscribeTimeout(Duration subscribeTimeout) {
            this.subscribeTimeout = positive("subscribeTimeout", subscribeTimeout);
            return this;
        }

        /** 6 s to 30 minutes; null for the server's default, 12 s. */
        public Builder sessionTimeout(@Nullable Duration sessionTimeout) {
            this.sessionTimeout = sessionTimeout == null ? null : positive("sessionTimeout", sessionTimeout);
            return this;
        }

        /** At least 1 s; null for the server's default, 5 minutes. */
        public Builder maxPollInterval(@Nullable Duration maxPollInterval) {
            this.maxPollInterval = maxPollInterval == null ? null : positive("maxPollInterval", maxPollInterval);
            return this;
        }

        /**
         * A further option of the server, such as {@code min.poll.rows}.
         *
         * @throws IllegalArgumentException if this client sets that option itself
         */
        public Builder config(String key, String value) {
            String name = key.toLowerCase(Locale.ROOT);
            if (RESERVED.contains(name) || name.startsWith("td.connect.")) {
                throw new IllegalArgumentException("option " + key + " cannot be set through config");
            }
            config.put(name, value);
            return this;
        }

        public ConsumerOptions build() {
            return new ConsumerOptions(this);
        }

        private static Duration positive(String what, Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException(what + " must be positive, not " + value);
            }
            return value;
        }
    }
}
