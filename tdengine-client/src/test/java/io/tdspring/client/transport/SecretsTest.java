// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void textsShowNoPassword() {
        assertThat(new Credentials("root", "a secret")).hasToString("Credentials[user=root]");
    }

    @Test
    void textsShowNoStatement() {
        assertThat(new SqlRequest("insert into t values ('a secret')", 7, Duration.ofSeconds(1)))
                .hasToString("SqlRequest[requestId=7]");
    }
}
