// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/** A token that the server has made for a user, from 3.4.0.0 on. Immutable; its text does not show the token. */
public record BearerToken(String token) implements Identity {

    /** The first server that knows tokens of users. */
    public static final ServerVersion SINCE = new ServerVersion("3.4.0.0");

    @Override
    public String who() {
        return "the owner of the bearer token";
    }

    @Override
    public String toString() {
        return "BearerToken";
    }
}
