// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import io.tdspring.embedded.server.Failures;
import io.tdspring.embedded.server.GoText;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.tmq.ConsumerSettings;
import io.tdspring.embedded.tmq.OffsetReset;
import io.tdspring.protocol.tmq.SubscribeOption;
import io.tdspring.protocol.tmq.SubscribeRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a consumer, checked.
 *
 * @param autoCommit how often a poll commits what earlier polls delivered, or null for never
 */
record SubscribeSettings(
        ConsumerSettings consumer, @Nullable Duration autoCommit) {

    private static final String DEFAULT_AUTO_COMMIT_MILLIS = "5000";
    private static final int MAX_GROUP_CHARS = 192;

    /** The arguments by the names of the native options that they set. */
    private static final Map<String, SubscribeOption> NATIVE_NAMES = Map.ofEntries(
            Map.entry("group.id", SubscribeOption.GROUP_ID),
            Map.entry("client.id", SubscribeOption.CLIENT_ID),
            Map.entry("auto.offset.reset", SubscribeOption.OFFSET_RESET),
            Map.entry("enable.auto.commit", SubscribeOption.AUTO_COMMIT),
            Map.entry("auto.commit.interval.ms", SubscribeOption.AUTO_COMMIT_INTERVAL),
            Map.entry("experimental.snapshot.enable", SubscribeOption.SNAPSHOT_ENABLE),
            Map.entry("msg.with.table.name", SubscribeOption.WITH_TABLE_NAME),
            Map.entry("msg.enable.batchmeta", SubscribeOption.ENABLE_BATCH_META),
            Map.entry("msg.consume.excluded", SubscribeOption.CONSUME_EXCLUDED),
            Map.entry("msg.consume.rawdata", SubscribeOption.CONSUME_RAW_DATA),
            Map.entry("session.timeout.ms", SubscribeOption.SESSION_TIMEOUT),
            Map.entry("max.poll.interval.ms", SubscribeOption.MAX_POLL_INTERVAL));

    /**
     * Reads the options of a request.
     *
     * @throws SqlException for an unknown option, a bad value, or one that asks for what this server does not have
     */
    static SubscribeSettings read(SubscribeRequest request) {
        Options options = new Options(request);
        boolean autoCommit = options.goBool(SubscribeOption.AUTO_COMMIT);
        long millis = options.goInt64(SubscribeOption.AUTO_COMMIT_INTERVAL, DEFAULT_AUTO_COMMIT_MILLIS);
        options.checkNativeNames();
        // A connection is alive as long as it is there: this server asks for no heartbeats.
        options.millis(SubscribeOption.SESSION_TIMEOUT, 12_000, 6_000, 1_800_000);
        long maxPollInterval = options.millis(SubscribeOption.MAX_POLL_INTERVAL, 300_000, 1_000, Integer.MAX_VALUE);
        if (options.flag(SubscribeOption.SNAPSHOT_ENABLE)) {
            throw SqlException.notSupported("Option experimental.snapshot.enable");
        }
        if (options.flag(SubscribeOption.CONSUME_RAW_DATA)) {
            throw SqlException.notSupported("Option msg.consume.rawdata");
        }
        options.flag(SubscribeOption.CONSUME_EXCLUDED);
        ConsumerSettings consumer = new ConsumerSettings(
                options.group(),
                options.get(SubscribeOption.CLIENT_ID),
                options.get(SubscribeOption.USER),
                options.reset(),
                options.flag(SubscribeOption.WITH_TABLE_NAME),
                options.flag(SubscribeOption.ENABLE_BATCH_META),
                Duration.ofMillis(maxPollInterval));
        return new SubscribeSettings(consumer, autoCommit ? Duration.ofMillis(Math.max(0, millis)) : null);
    }

    /** The values of a request, of which those in {@code config} win. */
    private record Options(SubscribeRequest request) {

        String get(SubscribeOption option) {
            for (Map.Entry<String, String> entry : request.config().entrySet()) {
                if (NATIVE_NAMES.get(entry.getKey().toLowerCase(Locale.ROOT)) == option) {
                    return entry.getValue();
                }
            }
            return request.option(option);
        }

        void checkNativeNames() {
            for (String key : request.config().keySet()) {
                String name = key.toLowerCase(Locale.ROOT);
                if (!NATIVE_NAMES.containsKey(name) && !isWithoutEffect(name)) {
                    throw new SqlException(0xfffe, "Unknown error 65534");
                }
            }
        }

        private static boolean isWithoutEffect(String name) {
            return switch (name) {
                case "td.connect.user",
                        "td.connect.pass",
                        "td.connect.ip",
                        "td.connect.port",
                        "td.connect.db",
                        "heartbeat.interval.ms",
                        "fetch.max.wait.ms",
                        "min.poll.rows" -> true;
                default -> false;
            };
        }

        boolean goBool(SubscribeOption option) {
            String value = get(option);
            try {
                return !value.isEmpty() && GoText.bool(value);
            } catch (IllegalArgumentException e) {
                throw Failures.adapter(e.getMessage());
            }
        }

        long goInt64(SubscribeOption option, String otherwise) {
            String value = get(option);
            try {
                return GoText.int64(value.isEmpty() ? otherwise : value);
            } catch (IllegalArgumentException e) {
                throw Failures.adapter(e.getMessage());
            }
        }

        boolean flag(SubscribeOption option) {
            return switch (get(option).toLowerCase(Locale.ROOT)) {
                case "true", "1" -> true;
                case "false", "0", "" -> false;
                default -> throw badValue();
            };
        }

        long millis(SubscribeOption option, long otherwise, long min, long max) {
            String text = get(option);
            if (text.isEmpty()) {
                return otherwise;
            }
            long value;
            try {
                value = GoText.int64(text);
            } catch (IllegalArgumentException e) {
                throw badValue();
            }
            if (value < min || value > max) {
                throw badValue();
            }
            return value;
        }

        OffsetReset reset() {
            String value = get(SubscribeOption.OFFSET_RESET);
            return switch (value.isEmpty() ? get(SubscribeOption.OFFSET_REST) : value) {
                case "earliest" -> OffsetReset.EARLIEST;
                case "latest", "" -> OffsetReset.LATEST;
                case "none" -> OffsetReset.NONE;
                default -> throw badValue();
            };
        }

        String group() {
            String group = get(SubscribeOption.GROUP_ID);
            if (group.indexOf(':') >= 0 || group.length() > MAX_GROUP_CHARS) {
                throw badValue();
            }
            if (group.isEmpty()) {
                throw Failures.adapter("malloc tmq element failed or group is empty");
            }
            return group;
        }

        private static SqlException badValue() {
            return Failures.adapter("fail");
        }
    }
}
