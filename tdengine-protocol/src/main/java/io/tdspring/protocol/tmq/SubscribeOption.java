// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

/** The arguments of {@link SubscribeRequest} that are texts; an empty text counts as not given. */
public enum SubscribeOption {
    USER("user"),
    PASSWORD("password"),
    /** Accepted by the server, without effect. */
    DATABASE("db"),
    /** The consumer group, at most 192 bytes, without a colon; required. */
    GROUP_ID("group_id"),
    CLIENT_ID("client_id"),
    /** The misspelling by which old servers know {@link #OFFSET_RESET}, which wins over it. */
    OFFSET_REST("offset_rest"),
    /** Where a group begins that has committed nothing: {@code earliest}, {@code latest} (default) or {@code none}. */
    OFFSET_RESET("offset_reset"),
    /** {@code true} lets the server commit within polls; off by default. */
    AUTO_COMMIT("auto_commit"),
    /** Milliseconds; 5000 by default. */
    AUTO_COMMIT_INTERVAL("auto_commit_interval_ms"),
    /** {@code true} reads what is stored first. */
    SNAPSHOT_ENABLE("snapshot_enable"),
    WITH_TABLE_NAME("with_table_name"),
    ENABLE_BATCH_META("enable_batch_meta"),
    CONSUME_EXCLUDED("msg_consume_excluded"),
    /** Milliseconds, 6000 to 1800000; 12000 by default. */
    SESSION_TIMEOUT("session_timeout_ms"),
    /** Milliseconds, from 1000 on; 300000 by default. */
    MAX_POLL_INTERVAL("max_poll_interval_ms"),
    CONSUME_RAW_DATA("msg_consume_rawdata"),
    TIME_ZONE("tz"),
    APPLICATION("app"),
    IP("ip"),
    CONNECTOR("connector");

    private final String argument;

    SubscribeOption(String argument) {
        this.argument = argument;
    }

    /** The argument's name in JSON. */
    public String argument() {
        return argument;
    }
}
