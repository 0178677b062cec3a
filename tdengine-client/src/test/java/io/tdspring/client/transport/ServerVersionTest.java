// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.error.TdengineConnectionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {

    private static final Endpoint ENDPOINT = new Endpoint("host", 6041);

    @ParameterizedTest
    @CsvSource({
        "3.3.2.0,       3.3.2.1",
        "3.3.9.0,       3.3.10.0",
        "3.3.6,         3.3.6.1",
        "3.3.7.0-beta,  3.3.7.0",
        "3.4.0.0.alpha, 3.4.0.0",
        "3.3.9.9,       3.4.0.0.alpha"
    })
    void ordersByNumberWithPreReleasesFirst(String older, String newer) {
        assertThat(new ServerVersion(older).isOlderThan(new ServerVersion(newer)))
                .isTrue();
        assertThat(new ServerVersion(newer).isOlderThan(new ServerVersion(older)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.2.0", "3.3.7.5", "3.4.1.12.alpha", "4"})
    void takesServersFrom3320On(String version) {
        assertThat(new ServerVersion(version).requireSupported(ENDPOINT).text()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.1.9", "3.2.99.99", "2.6.0.0", "", "unknown"})
    void refusesOlderServers(String version) {
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> new ServerVersion(version).requireSupported(ENDPOINT))
                .withMessage(
                        "the server at host:6041 has version " + version + ", and this client needs 3.3.2.0 or later");
    }
}
