// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.error.TdengineProgrammingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** OkHttp ends a socket on which more than 16 MiB are queued. */
class OkHttpLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void refusesAMessageThatOkHttpWouldNotQueue() throws Exception {
        Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG);
        try (DeafWebSocketServer server = new DeafWebSocketServer();
                WebSocketTransport transport = transport(server, timeouts);
                Connection connection = transport.connect(SessionState.NONE, LONG)) {

            assertThatExceptionOfType(TdengineProgrammingException.class)
                    .isThrownBy(() -> connection.query(new SqlRequest("x".repeat(16 << 20), 1, LONG)))
                    .withMessageContaining("binary_query of 16777246 bytes is longer than 15728640");
            assertThat(connection.isOpen()).isTrue();
        }
    }

    private static WebSocketTransport transport(DeafWebSocketServer server, Timeouts timeouts) {
        Endpoint endpoint = new Endpoint("127.0.0.1", server.port());
        TransportSettings settings = TransportSettings.plain(new Credentials("u", "p"), timeouts);
        return new WebSocketTransport(endpoint, settings, TestedEngine.OKHTTP.open(endpoint, settings));
    }
}
