// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.tls.TestCertificates;
import io.tdspring.client.tls.TlsOptions;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.HttpProxy;
import io.tdspring.client.transport.ScriptedProxy;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TlsSettings;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every engine has to do, against a server that sends back what it gets. */
@ParameterizedClass
@EnumSource
class WebSocketEngineTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    @TempDir
    private static Path directory;

    private static Path serverKeys;
    private static Path elsewhereKeys;

    private final TestedEngine tested;
    private final MockWebServer server = new MockWebServer();
    private final Messages messages = new Messages();
    private @Nullable TlsSettings tls;
    private @Nullable HttpProxy proxy;
    private boolean compression;
    private @Nullable WebSocketEngine engine;

    WebSocketEngineTest(TestedEngine tested) {
        this.tested = tested;
    }

    @BeforeAll
    static void makeKeys() {
        TestCertificates certificates = new TestCertificates(directory);
        serverKeys = certificates.keyStore("server", "PKCS12", "dns:localhost,ip:127.0.0.1");
        elsewhereKeys = certificates.keyStore("elsewhere", "PKCS12", "dns:elsewhere.example");
    }

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
        server.close();
    }

    private void enqueueEcho(String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().webSocketUpgrade(new Echo());
        for (String header : headers) {
            response.addHeader(header);
        }
        server.enqueue(response.build());
    }

    private OpenSocket open() {
        if (engine != null) {
            engine.close();
        }
        Endpoint endpoint = new Endpoint("127.0.0.1", server.getPort());
        Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG);
        engine = tested.open(
                endpoint, new TransportSettings(new Credentials("u", "p"), timeouts, tls, proxy, compression));
        return engine.open("/ws?a=b", messages, Deadline.after(LONG));
    }

    private static boolean send(OpenSocket socket, String text) {
        return socket.sendText(text, Deadline.after(LONG));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private void encryptWith(Path keys) {
        server.useHttps(new TlsOptions()
                .keyStore(keys)
                .keyStorePassword(TestCertificates.PASSWORD)
                .settings()
                .context()
                .getSocketFactory());
    }

    private static TlsSettings trusting(Path keys, boolean verifiesHost) {
        return new TlsOptions()
                .trustStore(TestCertificates.certificatePem(keys).getBytes(StandardCharsets.US_ASCII))
                .verifyHost(verifiesHost)
                .settings();
    }

    @Test
    void sendsAndReceivesTexts() throws Exception {
        enqueueEcho();
        OpenSocket socket = open();

        assertThat(send(socket, "涛思😀")).isTrue();
        assertThat(messages.take()).isEqualTo("涛思😀");
        assertThat(send(socket, "x".repeat(100_000))).isTrue();
        assertThat(messages.take()).isEqualTo("x".repeat(100_000));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/ws?a=b");
    }

    @Test
    void sendsWhatRemainsInSomeBuffersAsOneMessageAndLeavesThemAlone() throws Exception {
        enqueueEcho();
        OpenSocket socket = open();
        ByteBuffer middle = bytes("[bc]").position(1).limit(3);

        assertThat(socket.sendBinary(Deadline.after(LONG), bytes("a"), middle.asReadOnlyBuffer(), bytes("d")))
                .isTrue();
        assertThat(messages.take()).isEqualTo("bytes abcd");
        assertThat(socket.sendBinary(Deadline.after(LONG), middle)).isTrue();
        assertThat(messages.take()).isEqualTo("bytes bc");
        assertThat(middle).isEqualTo(bytes("bc"));
    }

    @Test
    void whatWasSentMayChangeAfterwards() throws Exception {
        enqueueEcho();
        OpenSocket socket = open();
        ByteBuffer reused = ByteBuffer.allocate(1 << 20);

        for (byte i = 0; i < 5; i++) {
            reused.put(0, i).put(reused.capacity() - 1, i);
            assertThat(socket.sendBinary(Deadline.after(LONG), reused)).isTrue();
        }
        reused.put(0, (byte) 99);

        for (byte i = 0; i < 5; i++) {
            ByteBuffer echo = messages.takeBytes();
            assertThat(echo.get(0)).isEqualTo(i);
            assertThat(echo.get(echo.limit() - 1)).isEqualTo(i);
        }
    }

    @Test
    void wantsNoCompressionUnlessTold() throws Exception {
        enqueueEcho();

        open();

        assertThat(server.takeRequest().getHeaders().get(EXTENSIONS)).isNull();
    }

    @Test
    void compressesIfTold() throws Exception {
        compression = true;
        enqueueEcho(EXTENSIONS + ": permessage-deflate; server_no_context_takeover; client_no_context_takeover");
        OpenSocket socket = open();

        for (int i = 0; i < 3; i++) {
            assertThat(send(socket, "y".repeat(10_000 + i))).isTrue();
            assertThat(messages.take()).isEqualTo("y".repeat(10_000 + i));
        }
        assertThat(server.takeRequest().getHeaders().get(EXTENSIONS)).startsWith("permessage-deflate");
    }

    @Test
    void talksToATrustedServerOverTls() throws Exception {
        encryptWith(serverKeys);
        tls = trusting(serverKeys, true);
        enqueueEcho();

        assertThat(send(open(), "hello")).isTrue();
        assertThat(messages.take()).isEqualTo("hello");
    }

    @Test
    void refusesAServerThatIsNotTrusted() {
        encryptWith(serverKeys);
        tls = trusting(elsewhereKeys, true);
        enqueueEcho();

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(this::open)
                .withMessageContaining("127.0.0.1:" + server.getPort());
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refusesAServerWithTheNameOfAnotherUnlessToldNotToLook() throws Exception {
        encryptWith(elsewhereKeys);
        tls = trusting(elsewhereKeys, true);
        enqueueEcho();
        assertThatExceptionOfType(TdengineConnectionException.class).isThrownBy(this::open);
        assertThat(server.getRequestCount()).isZero();

        tls = trusting(elsewhereKeys, false);
        assertThat(send(open(), "hello")).isTrue();
        assertThat(messages.take()).isEqualTo("hello");
    }

    @Test
    void goesThroughAProxy() throws Exception {
        try (ScriptedProxy way = new ScriptedProxy("HTTP/1.1 200 OK", server.getPort())) {
            proxy = new HttpProxy(way.endpoint(), new Credentials("Aladdin", "open sesame"));
            enqueueEcho();

            assertThat(send(open(), "hello")).isTrue();

            assertThat(messages.take()).isEqualTo("hello");
            assertThat(way.take())
                    .startsWith("CONNECT 127.0.0.1:" + server.getPort() + " HTTP/1.1\r\n")
                    .contains("\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n");
            assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
        }
    }

    @Test
    void goesThroughAProxyWithTls() throws Exception {
        encryptWith(serverKeys);
        tls = trusting(serverKeys, true);
        try (ScriptedProxy way = new ScriptedProxy("HTTP/1.1 200 OK", server.getPort())) {
            proxy = new HttpProxy(way.endpoint(), null);
            enqueueEcho();

            assertThat(send(open(), "hello")).isTrue();

            assertThat(messages.take()).isEqualTo("hello");
            assertThat(way.take()).startsWith("CONNECT ");
        }
    }

    @Test
    void saysThatAProxyRefuses() throws Exception {
        try (ScriptedProxy way = new ScriptedProxy("HTTP/1.1 403 Forbidden", 1)) {
            proxy = new HttpProxy(way.endpoint(), null);

            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(this::open)
                    .withMessage("proxy " + way.endpoint() + " answered HTTP 403 instead of connecting to 127.0.0.1:"
                            + server.getPort());
        }
    }

    @Test
    void saysWhatIsAnsweredInsteadOfAWebSocket() {
        server.enqueue(new MockResponse.Builder().code(404).build());

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(this::open)
                .withMessage(
                        "127.0.0.1:" + server.getPort() + " answered HTTP 404 instead of opening a WebSocket on /ws");
    }

    @Test
    void tellsThatThePeerHasClosed() throws Exception {
        enqueueEcho();
        OpenSocket socket = open();

        send(socket, Echo.CLOSE);

        assertThat(messages.takeEnd()).isEqualTo("127.0.0.1:" + server.getPort() + " closed the connection");
    }

    @Test
    void tellsThatTheConnectionHasBroken() throws Exception {
        enqueueEcho();
        OpenSocket socket = open();

        send(socket, Echo.CUT);

        assertThat(messages.takeEnd()).isEqualTo("the connection to 127.0.0.1:" + server.getPort() + " broke");
        assertThat(send(socket, "anybody there?")).isFalse();
        socket.close();
        socket.cancel();
        assertThat(messages.ends()).isEqualTo(1);
    }

    @Test
    void tellsTheEndThatThisSideHasMade() throws Exception {
        enqueueEcho();
        OpenSocket socket = open();

        socket.cancel();

        assertThat(messages.takeEnd()).isNotNull();
        assertThat(send(socket, "anybody there?")).isFalse();
    }

    @Test
    void endsASocketWhoseReceiverFails() throws Exception {
        enqueueEcho();
        OpenSocket socket = open();

        send(socket, Messages.FAIL);

        assertThat(messages.takeEnd()).isNotNull();
        assertThat(messages.ends()).isEqualTo(1);
    }

    @Test
    void closingEndsAllSockets() throws Exception {
        enqueueEcho();
        open();

        engine.close();
        engine.close();

        assertThat(messages.takeEnd()).isNotNull();
    }

    /** Sends everything back, but for two words. */
    private static final class Echo extends WebSocketListener {

        static final String CLOSE = "please close";
        static final String CUT = "please cut";

        @Override
        public void onMessage(WebSocket socket, String text) {
            if (text.equals(CLOSE)) {
                socket.close(1001, null);
            } else if (text.equals(CUT)) {
                socket.cancel();
            } else {
                socket.send(text);
            }
        }

        @Override
        public void onMessage(WebSocket socket, ByteString bytes) {
            socket.send(bytes);
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, null);
        }
    }
}
