// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import java.util.function.Supplier;

/**
 * A user with a second factor, which the server asks for from 3.4.0.0 on. Immutable.
 *
 * @param code gives the code of the moment (TOTP, RFC 6238); asked at every login, by the thread that connects
 */
public record OneTimeLogin(Credentials credentials, Supplier<String> code) implements Identity {

    @Override
    public String who() {
        return credentials.who();
    }

    @Override
    public String toString() {
        return "OneTimeLogin[user=" + credentials.user() + "]";
    }
}
