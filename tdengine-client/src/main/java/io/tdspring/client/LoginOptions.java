// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.BearerToken;
import io.tdspring.client.transport.CloudToken;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Identity;
import io.tdspring.client.transport.OneTimeLogin;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what proves who logs in; confined to one thread. */
final class LoginOptions {

    String username = "root";
    String password = "taosdata";

    @Nullable
    String token;

    @Nullable
    String bearerToken;

    @Nullable
    Supplier<String> oneTimeCode;

    /**
     * Who logs in.
     *
     * @throws IllegalArgumentException if there is more than one proof
     */
    Identity identity() {
        if (Stream.of(token, bearerToken, oneTimeCode).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException("only one of token, bearer token and one-time code can be used");
        }
        Credentials credentials = new Credentials(username, password);
        if (token != null) {
            return new CloudToken(token, credentials);
        }
        if (bearerToken != null) {
            return new BearerToken(bearerToken);
        }
        return oneTimeCode == null ? credentials : new OneTimeLogin(credentials, oneTimeCode);
    }
}
