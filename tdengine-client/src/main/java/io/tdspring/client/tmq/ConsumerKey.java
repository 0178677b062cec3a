// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.option.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options of a consumer by the names that TDengine's manual gives them, in whatever case. */
@SuppressWarnings("ImmutableEnumChecker") // the functions in it have no state
enum ConsumerKey {
    GROUP_ID("group.id", Side.SERVER, OptionValue.groupName()),
    CLIENT_ID("client.id", Side.SERVER, OptionValue.text(255)),
    OFFSET_RESET("auto.offset.reset", Side.SERVER, OptionValue.oneOf(List.of("earliest", "latest", "none"))),
    SESSION_TIMEOUT("session.timeout.ms", Side.SERVER, OptionValue.number(6_000, 1_800_000)),
    HEARTBEAT_INTERVAL("heartbeat.interval.ms", Side.SERVER, OptionValue.number(1_000, 1_800_000)),
    MAX_POLL_INTERVAL("max.poll.interval.ms", Side.SERVER, OptionValue.number(1_000, Integer.MAX_VALUE)),
    FETCH_MAX_WAIT("fetch.max.wait.ms", Side.SERVER, OptionValue.number(1, Integer.MAX_VALUE)),
    MIN_POLL_ROWS("min.poll.rows", Side.SERVER, OptionValue.number(1, Integer.MAX_VALUE)),
    WITH_TABLE_NAME("msg.with.table.name", Side.SERVER, OptionValue.bool()),
    BATCH_META("msg.enable.batchmeta", Side.SERVER, OptionValue.flag()),
    EXCLUDED("msg.consume.excluded", Side.SERVER, OptionValue.flag()),
    REPLAY("enable.replay", Side.SERVER, OptionValue.bool()),
    AUTO_COMMIT("enable.auto.commit", Side.CLIENT, OptionValue.bool()),
    AUTO_COMMIT_INTERVAL("auto.commit.interval.ms", Side.CLIENT, OptionValue.number(1, Integer.MAX_VALUE)),
    SNAPSHOT(
            "experimental.snapshot.enable",
            Side.CLIENT,
            OptionValue.onlyFalse("a message has no offset while stored data is read")),
    RAW_DATA("msg.consume.rawdata", Side.CLIENT, OptionValue.onlyFalse("such messages are for replication alone")),
    HOST("td.connect.ip", Side.CONNECTION, OptionValue.text(255)),
    PORT("td.connect.port", Side.CONNECTION, OptionValue.number(1, 65_535)),
    USER("td.connect.user", Side.CONNECTION, OptionValue.text(255)),
    PASSWORD("td.connect.pass", Side.CONNECTION, OptionValue.secret());

    /** Who makes use of an option. */
    enum Side {
        SERVER,
        CLIENT,
        /** The client, before there is a consumer: it says where to connect. */
        CONNECTION
    }

    /** Another name under which drivers know {@link #BATCH_META}. */
    private static final String BATCH_META_ALIAS = "enable.batch.meta";

    private final String option;
    private final Side side;
    private final OptionValue value;

    ConsumerKey(String option, Side side, OptionValue value) {
        this.option = option;
        this.side = side;
        this.value = value;
    }

    String option() {
        return option;
    }

    Side side() {
        return side;
    }

    /**
     * A value as the server wants it.
     *
     * @throws IllegalArgumentException if this option does not take it
     */
    String checked(String text) {
        return value.checked(option, text);
    }

    /** The option of this name, or null if this client knows none. */
    static @Nullable ConsumerKey find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(BATCH_META_ALIAS)) {
            return BATCH_META;
        }
        return Arrays.stream(values())
                .filter(key -> key.option.equals(lower))
                .findFirst()
                .orElse(null);
    }

    /**
     * The option of this name.
     *
     * @throws IllegalArgumentException if there is none; the message has the nearest name
     */
    static ConsumerKey named(String name) {
        ConsumerKey key = find(name);
        if (key == null) {
            List<String> names =
                    Arrays.stream(values()).map(ConsumerKey::option).toList();
            String nearest = NearestName.of(name.toLowerCase(Locale.ROOT), names);
            throw new IllegalArgumentException(
                    "unknown consumer option \"" + name + "\"; did you mean \"" + nearest + "\"?");
        }
        return key;
    }
}
