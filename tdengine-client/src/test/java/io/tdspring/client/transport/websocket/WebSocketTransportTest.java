// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class WebSocketTransportTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final TestedEngine engine;

    WebSocketTransportTest(TestedEngine engine) {
        this.engine = engine;
    }

    private WebSocketTransport transport(DeafWebSocketServer server, Timeouts timeouts) {
        Endpoint endpoint = new Endpoint("127.0.0.1", server.port());
        TransportSettings settings = TransportSettings.plain(new Credentials("u", "p"), timeouts);
        return new WebSocketTransport(endpoint, settings, engine.open(endpoint, settings));
    }

    @Test
    void noticesThatAPeerIsGone() throws Exception {
        Timeouts timeouts = new Timeouts(LONG, LONG, Duration.ofMillis(100), Duration.ofMillis(100));
        try (DeafWebSocketServer server = new DeafWebSocketServer();
                WebSocketTransport transport = transport(server, timeouts);
                Connection connection = transport.connect(SessionState.NONE, LONG)) {

            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> connection.query(new SqlRequest("select 1", 1, LONG)))
                    .withMessageContaining("broke before binary_query was answered");

            assertThat(connection.isOpen()).isFalse();
            assertThatExceptionOfType(RequestNotSentException.class)
                    .isThrownBy(() -> connection.query(new SqlRequest("select 1", 2, LONG)));
        }
    }
}
