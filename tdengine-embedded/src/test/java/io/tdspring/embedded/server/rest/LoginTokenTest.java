// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.server.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTokenTest {

    /** As a real server made it. */
    private static final String ROOT = "/KfeAzX/f9na8qdtNZmtONryp201ma04bEl8LcvLUd7a8qdtNZmtONryp201ma04";

    @Test
    void makesTheTokenOfARealServer() {
        assertThat(LoginToken.create(new Credentials("root", "taosdata"))).isEqualTo(ROOT);
    }

    @Test
    void readsTheTokenOfARealServer() {
        assertThat(LoginToken.read(ROOT)).isEqualTo(new Credentials("root", "taosdata"));
    }

    @Test
    void keepsALongPassword() {
        Credentials login = new Credentials("root", "a password of more than twenty-four bytes");

        assertThat(LoginToken.read(LoginToken.create(login))).isEqualTo(login);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "!!!", "/KfeAzX/f9k=", "/KfeAzX/f9na8qdtNZmtONryp201ma04bEl8LcvLUd7a8qdtNZmtONryp20="
            })
    void refusesWhatIsNoToken(String token) {
        assertThat(LoginToken.read(token)).isNull();
    }

    @Test
    void makesNoneForANameThatIsTooLong() {
        assertThat(LoginToken.create(new Credentials("u".repeat(25), "x"))).isNull();
    }
}
