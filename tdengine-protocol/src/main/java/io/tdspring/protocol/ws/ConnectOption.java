// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

/** The arguments of {@link ConnectRequest} that are texts; an empty text counts as not given. */
public enum ConnectOption {
    USER("user"),
    PASSWORD("password"),
    /** The database to select; it must exist. */
    DATABASE("db"),
    /** The IANA zone of the connection; the server's unless given. Since 3.3.5.0. */
    TIME_ZONE("tz"),
    /** A name that {@code show connections} shows, of at most 23 bytes. Since 3.3.5.0. */
    APPLICATION("app"),
    /** The address to show for this connection; the peer's unless given. Since 3.3.5.0. */
    IP("ip"),
    /** A second factor beside user and password. Since 3.4.0.0. */
    TOTP_CODE("totp_code"),
    /** Replaces user and password. Since 3.4.0.0. */
    BEARER_TOKEN("bearer_token"),
    /** Name and version of the client, free text. Since 3.3.6.31. */
    CONNECTOR("connector");

    private final String argument;

    ConnectOption(String argument) {
        this.argument = argument;
    }

    /** The argument's name in JSON. */
    public String argument() {
        return argument;
    }
}
