// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTmqException;
import io.tdspring.error.UnsupportedFeatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {

    @ParameterizedTest
    @CsvSource({
        "0x03E1, MISSING_TOPIC",
        "0x03E6, RECREATE",
        "0x03EA, RETRY",
        "0x03EF, RETRY",
        "0x4001, RETRY",
        "0x4002, RECREATE",
        "0x4003, FATAL",
        "0x4008, RETRY",
        "0xFFFF, RECREATE"
    })
    void followsTheCodesOfASubscription(String code, FailureKind kind) {
        assertThat(FailureKind.of(new TdengineTmqException(Integer.decode(code), "refused", 1, null)))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "0x0000, RECREATE",
        "0x000B, RECREATE",
        "0x0207, AUTHENTICATION",
        "0x0351, AUTHENTICATION",
        "0x0357, AUTHENTICATION",
        "0xFFFF, AUTHENTICATION"
    })
    void tellsARefusedLoginFromAServerThatIsAway(String code, FailureKind kind) {
        assertThat(FailureKind.of(new TdengineConnectionException(Integer.decode(code), "no connection", 1, null)))
                .isEqualTo(kind);
    }

    @Test
    void knowsNoWayOutOfAFailureThatIsNotTheServers() {
        assertThat(FailureKind.of(new IllegalStateException("a bug"))).isEqualTo(FailureKind.FATAL);
        assertThat(FailureKind.of(new UnsupportedFeatureException("no topics over REST")))
                .isEqualTo(FailureKind.FATAL);
    }
}
