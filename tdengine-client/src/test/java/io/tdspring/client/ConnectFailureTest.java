// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTimeoutException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way of not getting a connection has a message of its own, and comes in time. */
@EachWebSocketEngine
class ConnectFailureTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    private final WebSocketEngineType engine;

    ConnectFailureTest(WebSocketEngineType engine) {
        this.engine = engine;
    }

    @ParameterizedTest
    @EnumSource
    void saysThatANameCannotBeResolved(TransportType transport) {
        assertThat(failureAt(transport, "nosuch.invalid:6041"))
                .hasMessageStartingWith("cannot resolve host nosuch.invalid");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAPortIsClosed(TransportType transport) throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(failureAt(transport, closed)).hasMessageStartingWith(closed + " refused the connection");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAListenerDoesNotAnswer(TransportType transport) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String endpoint = "127.0.0.1:" + silent.getLocalPort();

            assertThat(failureAt(transport, endpoint))
                    .hasMessage(endpoint + " accepted the connection but did not answer within 500 ms");
        }
    }

    @Test
    void passesOverAnEndpointThatDoesNotAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ScriptedPeer peer = new ScriptedPeer();
                TdengineClient client = builder(
                                TransportType.WEBSOCKET, "127.0.0.1:" + silent.getLocalPort(), peer.endpoint())
                        .connectTimeout(IN_TIME)
                        .build()) {
            assertThat(client.serverVersion()).isEqualTo("3.3.7.5");
            assertThat(client.endpoint()).isEqualTo(peer.endpoint());
        }
    }

    @Test
    void namesAllEndpointsThatFailed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String endpoint = "127.0.0.1:" + silent.getLocalPort();

            assertThat(failureAt(TransportType.WEBSOCKET, "nosuch.invalid", endpoint))
                    .hasMessageContaining("cannot resolve host nosuch.invalid; ")
                    .hasMessageContaining(endpoint + " accepted the connection but did not answer");
        }
    }

    @Test
    void saysThatAServerIsNoTaosAdapter() throws IOException {
        try (MockWebServer web = new MockWebServer()) {
            web.start(InetAddress.getLoopbackAddress(), 0);
            web.enqueue(new MockResponse.Builder()
                    .code(404)
                    .body("404 page not found")
                    .build());
            web.enqueue(new MockResponse.Builder()
                    .code(404)
                    .body("404 page not found")
                    .build());
            String endpoint = "127.0.0.1:" + web.getPort();

            assertThat(failureAt(TransportType.WEBSOCKET, endpoint))
                    .hasMessage(endpoint + " answered HTTP 404 instead of opening a WebSocket on /ws");
            assertThat(failureAt(TransportType.REST, endpoint)).hasMessageContaining(endpoint + " answered HTTP 404");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPingThatIsToBeShorterIsShorter(TransportType transport) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                TdengineClient client = TdengineClient.builder()
                        .transport(transport)
                        .webSocketEngine(engine)
                        .endpoints("127.0.0.1:" + silent.getLocalPort())
                        .connectTimeout(Duration.ofMinutes(5))
                        .build()) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> client.ping(Duration.ofMillis(200)))
                    .withMessage("not connected within 200 ms");
        }
    }

    @Test
    void aSilentListenerOfSubscriptionsIsNamedToo() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                TdengineClient client = client(TransportType.WEBSOCKET, "127.0.0.1:" + silent.getLocalPort());
                TmqConsumer consumer =
                        client.newConsumer(ConsumerOptions.builder("g").build())) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> consumer.subscribe(List.of("t")))
                    .withMessageContaining("accepted the connection but did not answer within 500 ms");
        }
    }

    private TdengineConnectionException failureAt(TransportType transport, String... endpoints) {
        try (TdengineClient client = client(transport, endpoints)) {
            long begin = System.nanoTime();
            TdengineConnectionException failure =
                    catchThrowableOfType(TdengineConnectionException.class, () -> client.execute("select 1"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME);
            assertThat(failure.isTransient()).isTrue();
            assertThat(failure).isNotInstanceOf(TdengineTimeoutException.class);
            return failure;
        }
    }

    private TdengineClient client(TransportType transport, String... endpoints) {
        return builder(transport, endpoints).build();
    }

    private TdengineClientBuilder builder(TransportType transport, String... endpoints) {
        return TdengineClient.builder()
                .transport(transport)
                .webSocketEngine(engine)
                .endpoints(endpoints)
                .endpointOrder(EndpointOrder.AS_GIVEN)
                .connectTimeout(TIMEOUT);
    }
}
