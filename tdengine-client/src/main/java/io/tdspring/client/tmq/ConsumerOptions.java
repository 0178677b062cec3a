// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer joins its group and reads. Immutable; made by {@link #builder}, or {@link #of} texts.
 *
 * <p>Snapshots and replication data are not on offer, because their messages have no offsets to go by.
 */
public final class ConsumerOptions {

    private static final int DEFAULT_SESSION_TIMEOUT = 12_000;
    private static final int DEFAULT_AUTO_COMMIT_INTERVAL = 5_000;

    private final Map<ConsumerKey, String> values;
    private final Map<String, String> config;
    private final Duration subscribeTimeout;

    private ConsumerOptions(Builder builder) {
        values = Collections.unmodifiableMap(new EnumMap<>(builder.values));
        config = Map.copyOf(builder.config);
        subscribeTimeout = builder.subscribeTimeout;
    }

    /**
     * Options with everything but the group at its default.
     *
     * @param groupId 1 to 192 bytes without a colon
     */
    public static Builder builder(String groupId) {
        return new Builder().set(ConsumerKey.GROUP_ID, groupId);
    }

    /**
     * Options by the names that TDengine's manual gives them, in whatever case: {@code group.id} at least, {@code client.id},
     * {@code auto.offset.reset}, {@code session.timeout.ms}, {@code max.poll.interval.ms}, {@code heartbeat.interval.ms},
     * {@code fetch.max.wait.ms}, {@code min.poll.rows}, {@code msg.with.table.name}, {@code enable.batch.meta} or {@code
     * msg.enable.batchmeta}, {@code msg.consume.excluded}, {@code enable.replay}, {@code enable.auto.commit} and {@code
     * auto.commit.interval.ms}. {@code td.connect.ip}, {@code .port}, {@code .user} and {@code .pass} may be among them if
     * they say what the client says.
     *
     * @throws IllegalArgumentException if an option is unknown, or does not take its value; the message names both
     */
    public static ConsumerOptions of(Map<String, String> options) {
        Builder builder = new Builder();
        options.forEach((name, value) -> builder.set(ConsumerKey.named(name), value));
        return builder.build();
    }

    public String groupId() {
        return text(ConsumerKey.GROUP_ID, "");
    }

    /** The name under which the server lists this consumer, or null. */
    public @Nullable String clientId() {
        return values.get(ConsumerKey.CLIENT_ID);
    }

    public OffsetReset autoOffsetReset() {
        return OffsetReset.valueOf(text(ConsumerKey.OFFSET_RESET, "latest").toUpperCase(Locale.ROOT));
    }

    /** The deadline of {@link TmqConsumer#subscribe}, behind connecting. */
    public Duration subscribeTimeout() {
        return subscribeTimeout;
    }

    /** How long the server waits for a sign of life before it gives the vgroups to others; null for its default. */
    public @Nullable Duration sessionTimeout() {
        return duration(ConsumerKey.SESSION_TIMEOUT);
    }

    /** How long the server waits for a poll before it gives the vgroups to others; null for its default. */
    public @Nullable Duration maxPollInterval() {
        return duration(ConsumerKey.MAX_POLL_INTERVAL);
    }

    /** How long the server collects rows for a message; null for its default. */
    public @Nullable Duration fetchMaxWait() {
        return duration(ConsumerKey.FETCH_MAX_WAIT);
    }

    /** How many rows the server collects for a message; empty for its default. */
    public OptionalInt minPollRows() {
        String rows = values.get(ConsumerKey.MIN_POLL_ROWS);
        return rows == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(rows));
    }

    /** Whether blocks come with the names of their tables. */
    public boolean withTableName() {
        return Boolean.parseBoolean(text(ConsumerKey.WITH_TABLE_NAME, "true"));
    }

    /** Whether several changes of tables may come in one message. */
    public boolean batchMeta() {
        return text(ConsumerKey.BATCH_META, "0").equals("1");
    }

    /** Whether what has been delivered is committed by later polls. */
    public boolean autoCommit() {
        return Boolean.parseBoolean(text(ConsumerKey.AUTO_COMMIT, "false"));
    }

    /** The least time between two automatic commits. */
    public Duration autoCommitInterval() {
        Duration interval = duration(ConsumerKey.AUTO_COMMIT_INTERVAL);
        return interval == null ? Duration.ofMillis(DEFAULT_AUTO_COMMIT_INTERVAL) : interval;
    }

    /**
     * Where and as whom to connect, by the names {@code td.connect.*}: empty as a rule, since the client says that. The
     * password may be among it.
     */
    public Map<String, String> connection() {
        Map<String, String> connection = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.side() == ConsumerKey.Side.CONNECTION) {
                connection.put(key.option(), value);
            }
        });
        return connection;
    }

    /** Options of the server that this client does not know, by their names in TDengine's manual. */
    public Map<String, String> config() {
        return config;
    }

    private String text(ConsumerKey key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    private @Nullable Duration duration(ConsumerKey key) {
        String millis = values.get(key);
        return millis == null ? null : Duration.ofMillis(Long.parseLong(millis));
    }

    /** What the server is told, by the names of TDengine's manual; what positions rest on is always explicit. */
    Map<String, String> toOptions() {
        Map<String, String> options = new LinkedHashMap<>(config);
        options.put(ConsumerKey.OFFSET_RESET.option(), autoOffsetReset().optionValue());
        options.put(ConsumerKey.WITH_TABLE_NAME.option(), Boolean.toString(withTableName()));
        // The server would commit what it has delivered, and that has not been handled yet.
        options.put(ConsumerKey.AUTO_COMMIT.option(), "false");
        values.forEach((key, value) -> {
            if (key.side() == ConsumerKey.Side.SERVER) {
                options.put(key.option(), value);
            }
        });
        return options;
    }

    /** Collects options, each of which is checked when it is set; confined to one thread. */
    public static final class Builder {

        private final Map<ConsumerKey, String> values = new EnumMap<>(ConsumerKey.class);
        private final Map<String, String> config = new LinkedHashMap<>();
        private Duration subscribeTimeout = Duration.ofSeconds(150);

        private Builder() {}

        private Builder set(ConsumerKey key, @Nullable String value) {
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, key.checked(value));
            }
            return this;
        }

        private Builder set(ConsumerKey key, @Nullable Duration value) {
            return set(key, value == null ? null : String.valueOf(value.toMillis()));
        }

        /** The name under which the server lists this consumer, at most 255 bytes; null for none. */
        public Builder clientId(@Nullable String clientId) {
            return set(ConsumerKey.CLIENT_ID, clientId);
        }

        /** Where a new group starts; {@link OffsetReset#LATEST} unless set, as TDengine has it. */
        public Builder autoOffsetReset(OffsetReset autoOffsetReset) {
            return set(ConsumerKey.OFFSET_RESET, autoOffsetReset.optionValue());
        }

        /** The deadline of subscribing; 150 s unless set, since the server may take two minutes. */
        public Builder subscribeTimeout(Duration subscribeTimeout) {
            if (subscribeTimeout.isZero() || subscribeTimeout.isNegative()) {
                throw new IllegalArgumentException("subscribeTimeout must be positive, not " + subscribeTimeout);
            }
            this.subscribeTimeout = subscribeTimeout;
            return this;
        }

        /** 6 s to 30 minutes; null for the server's default, 12 s. Needs server 3.3.3.0. */
        public Builder sessionTimeout(@Nullable Duration sessionTimeout) {
            return set(ConsumerKey.SESSION_TIMEOUT, sessionTimeout);
        }

        /** At least 1 s; null for the server's default, 5 minutes. Needs server 3.3.3.0. */
        public Builder maxPollInterval(@Nullable Duration maxPollInterval) {
            return set(ConsumerKey.MAX_POLL_INTERVAL, maxPollInterval);
        }

        /**
         * How long the server collects rows for a message before it sends what there is; null for its default, 1 s. Needs
         * server 3.3.6.0.
         */
        public Builder fetchMaxWait(@Nullable Duration fetchMaxWait) {
            return set(ConsumerKey.FETCH_MAX_WAIT, fetchMaxWait);
        }

        /** So many rows and the server collects no more for a message; 4096 unless set. Needs server 3.3.6.0. */
        public Builder minPollRows(int minPollRows) {
            return set(ConsumerKey.MIN_POLL_ROWS, String.valueOf(minPollRows));
        }

        /** Whether blocks come with the names of their tables, as they do unless this is set to false. */
        public Builder withTableName(boolean withTableName) {
            return set(ConsumerKey.WITH_TABLE_NAME, String.valueOf(withTableName));
        }

        /** Whether several changes of tables may come in one message; they come one by one unless set. */
        public Builder batchMeta(boolean batchMeta) {
            return set(ConsumerKey.BATCH_META, String.valueOf(batchMeta));
        }

        /**
         * Whether this consumer commits by itself: a poll counts all as handled that was delivered before it, and commits it
         * without waiting, if the interval has passed since it last did so. It does not unless set, while drivers of
         * TDengine do.
         */
        public Builder autoCommit(boolean autoCommit) {
            return set(ConsumerKey.AUTO_COMMIT, String.valueOf(autoCommit));
        }

        /** The least time between two automatic commits; 5 s unless set. */
        public Builder autoCommitInterval(Duration autoCommitInterval) {
            return set(ConsumerKey.AUTO_COMMIT_INTERVAL, autoCommitInterval);
        }

        /**
         * A further option of the server by its name, also one that this client does not know.
         *
         * @throws IllegalArgumentException if it says who the consumer is, where it connects or what it commits, which has
         *     methods of its own, or if this client knows the option and it does not take the value
         */
        public Builder config(String name, String value) {
            ConsumerKey key = ConsumerKey.find(name);
            boolean isReserved = key == ConsumerKey.GROUP_ID
                    || key == ConsumerKey.CLIENT_ID
                    || (key != null && key.side() != ConsumerKey.Side.SERVER)
                    || name.toLowerCase(Locale.ROOT).startsWith("td.connect.");
            if (isReserved) {
                throw new IllegalArgumentException("option " + name + " cannot be set through config");
            }
            if (key == null) {
                config.put(name.toLowerCase(Locale.ROOT), value);
                return this;
            }
            return set(key, value);
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if one is missing, or two do not fit together
         */
        public ConsumerOptions build() {
            if (!values.containsKey(ConsumerKey.GROUP_ID)) {
                throw new IllegalArgumentException("a consumer needs the option group.id");
            }
            int session = number(ConsumerKey.SESSION_TIMEOUT, DEFAULT_SESSION_TIMEOUT);
            int heartbeat = number(ConsumerKey.HEARTBEAT_INTERVAL, 0);
            if (heartbeat >= session) {
                throw new IllegalArgumentException("option heartbeat.interval.ms, " + heartbeat
                        + ", must be less than session.timeout.ms, " + session);
            }
            return new ConsumerOptions(this);
        }

        private int number(ConsumerKey key, int otherwise) {
            String value = values.get(key);
            return value == null ? otherwise : Integer.parseInt(value);
        }
    }
}
