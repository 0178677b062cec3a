// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {

    @Test
    void textsShowNoPassword() {
        assertThat(new Credentials("root", "a secret")).hasToString("Credentials[user=root]");
        assertThat(new OneTimeLogin(new Credentials("root", "a secret"), () -> "a secret"))
                .hasToString("OneTimeLogin[user=root]");
    }

    @Test
    void textsShowNoToken() {
        assertThat(new BearerToken("a secret")).hasToString("BearerToken");
        assertThat(new CloudToken("a secret", new Credentials("root", "a secret")))
                .hasToString("CloudToken");
        assertThat(new HttpProxy(new Endpoint("proxy", 3128), new Credentials("me", "a secret")))
                .hasToString("HttpProxy[endpoint=proxy:3128]");
    }

    @ParameterizedTest
    @MethodSource("identities")
    void messagesShowNoProof(Identity identity) {
        assertThat(identity.who()).doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("identities")
    void settingsShowNoProof(Identity identity) {
        Duration second = Duration.ofSeconds(1);

        assertThat(TransportSettings.plain(identity, new Timeouts(second, second, second, second))
                        .toString())
                .doesNotContain("secret");
    }

    static Stream<Identity> identities() {
        Credentials credentials = new Credentials("root", "a secret");
        return Stream.of(
                credentials,
                new OneTimeLogin(credentials, () -> "a secret"),
                new BearerToken("a secret"),
                new CloudToken("a secret", credentials));
    }

    @Test
    void textsShowNoStatement() {
        assertThat(new SqlRequest("insert into t values ('a secret')", 7, Duration.ofSeconds(1)))
                .hasToString("SqlRequest[requestId=7]");
    }
}
