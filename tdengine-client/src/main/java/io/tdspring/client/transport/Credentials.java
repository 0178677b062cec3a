// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

/** A user and the password. Immutable; its text does not show the password. */
public record Credentials(String user, String password) implements Identity {

    @Override
    public String who() {
        return "user " + user;
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
