// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tdspring.client.tls.TestCertificates;
import io.tdspring.client.tls.TlsOptions;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TlsSettings;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.TestedEngine;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sockets over TLS. */
@ParameterizedClass
@EnumSource
class TlsTest {

    /** More than the buffers of two operating systems hold. */
    private static final int LONG_MESSAGE = 64 << 20;

    @TempDir
    private static Path directory;

    private static Path serverKeys;
    private static Path clientKeys;

    private final TestedEngine tested;
    private final Received received = new Received();
    private SSLServerSocket listening;
    private RawServer server;

    TlsTest(TestedEngine tested) {
        this.tested = tested;
    }

    @BeforeAll
    static void makeKeys() {
        TestCertificates certificates = new TestCertificates(directory);
        serverKeys = certificates.keyStore("server", "PKCS12", "dns:localhost,ip:127.0.0.1");
        clientKeys = certificates.keyStore("client", "PKCS12", "dns:client.example");
    }

    @BeforeEach
    void start() throws IOException {
        listening = (SSLServerSocket) identifiedBy(serverKeys, clientKeys)
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        listening.setNeedClientAuth(true);
        server = new RawServer(listening, RawPeer::upgrade);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static TlsSettings identifiedBy(Path keys, Path trusted) {
        return new TlsOptions()
                .keyStore(keys)
                .keyStorePassword(TestCertificates.PASSWORD)
                .trustStore(pem(trusted))
                .settings();
    }

    private static TlsSettings identified() {
        return identifiedBy(clientKeys, serverKeys);
    }

    private static TlsSettings anonymous() {
        return new TlsOptions().trustStore(pem(serverKeys)).settings();
    }

    private static byte[] pem(Path keys) {
        return TestCertificates.certificatePem(keys).getBytes(StandardCharsets.US_ASCII);
    }

    private WebSocketEngine engine(String host, TlsSettings tls) {
        return tested.open(
                new Endpoint(host, listening.getLocalPort()),
                new TransportSettings(new Credentials("u", "p"), SocketTestBed.PATIENT, tls, null, false));
    }

    @Test
    void showsTheClientsCertificate() throws Exception {
        try (WebSocketEngine engine = engine("127.0.0.1", identified())) {
            OpenSocket socket = engine.open("/ws", received, SocketTestBed.soon());
            RawPeer peer = server.take();

            socket.sendText("hello", SocketTestBed.soon());
            peer.writeHex("81 01 78");

            assertThat(peer.readFrame().text()).isEqualTo("hello");
            assertThat(received.text()).isEqualTo("x");
            assertThat(((SSLSocket) peer.socket())
                            .getSession()
                            .getPeerPrincipal()
                            .getName())
                    .contains("CN=");
        }
    }

    @Test
    void saysThatTheServerWantsACertificate() {
        try (WebSocketEngine engine = engine("127.0.0.1", anonymous())) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> engine.open("/ws", received, SocketTestBed.soon()))
                    .withMessageContaining("127.0.0.1:" + listening.getLocalPort());
        }
    }

    @Test
    void namesTheHostThatItWants() throws Exception {
        assumeThat(tested)
                .as("OkHttp leaves this to Java, which names only hosts with a dot in their names")
                .isEqualTo(TestedEngine.DIRECT);
        try (WebSocketEngine engine = engine("localhost", identified())) {
            engine.open("/ws", received, SocketTestBed.soon());

            SSLSocket peer = (SSLSocket) server.take().socket();
            assertThat(((ExtendedSSLSession) peer.getSession()).getRequestedServerNames())
                    .isEqualTo(List.of(new SNIHostName("localhost")));
        }
    }

    @Test
    void readsAndWritesLongMessages() throws Exception {
        try (WebSocketEngine engine = engine("127.0.0.1", identified())) {
            OpenSocket socket = engine.open("/ws", received, SocketTestBed.soon());
            RawPeer peer = server.take();

            peer.writeFrame(0x82, new byte[300_000]);
            assertThat(received.binary()).isEqualTo(ByteBuffer.allocate(300_000));

            CompletableFuture<Boolean> sending = send(socket, 1_000_000, SocketTestBed.LONG);
            assertThat(peer.readFrame().payload()).hasSize(1_000_000);
            assertThat(sending.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static CompletableFuture<Boolean> send(OpenSocket socket, int bytes, Duration timeout) {
        return CompletableFuture.supplyAsync(
                () -> socket.sendBinary(Deadline.after(timeout), ByteBuffer.allocate(bytes)));
    }

    @Test
    void givesUpAPeerThatTakesNothing() throws Exception {
        try (WebSocketEngine engine = engine("127.0.0.1", identified())) {
            OpenSocket socket = engine.open("/ws", received, SocketTestBed.soon());

            CompletableFuture<Boolean> sending = send(socket, LONG_MESSAGE, Duration.ofMillis(300));

            assertThat(sending.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(received.end().cause()).hasMessage("it did not take a message until its deadline");
        }
    }
}
