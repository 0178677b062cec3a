// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A consumer connects as its client does. */
class ConsumerConnectionsTest {

    private static TmqConsumer consumer(Map<String, String> connection) {
        Map<String, String> options = new HashMap<>(connection);
        options.put("group.id", "g");
        try (TdengineClient client = TdengineClient.builder()
                .endpoints("db1:6041", "db2:7041")
                .username("reader")
                .password("a secret")
                .build()) {
            return client.newConsumer(ConsumerOptions.of(options));
        }
    }

    @Test
    void takesWhatTheClientHas() {
        assertThat(consumer(Map.of(
                        "td.connect.ip", "DB2",
                        "td.connect.port", "7041",
                        "td.connect.user", "reader",
                        "td.connect.pass", "a secret")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "td.connect.ip, db3, endpoints",
        "td.connect.port, 6030, endpoints",
        "td.connect.user, root, username",
        "td.connect.pass, another, password"
    })
    void refusesAnythingElse(String option, String value, String clientOption) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> consumer(Map.of(option, value)))
                .withMessageContaining("consumer option " + option + " ")
                .withMessageContaining("set the client's " + clientOption)
                .withMessageNotContaining("another,")
                .withMessageNotContaining("secret");
    }

    @Test
    void refusesThePortOfAnotherEndpoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> consumer(Map.of("td.connect.ip", "db1", "td.connect.port", "7041")))
                .withMessageContaining("td.connect.port");
    }
}
