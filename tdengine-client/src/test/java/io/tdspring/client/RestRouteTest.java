// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.tls.TestCertificates;
import io.tdspring.client.tls.TlsOptions;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.UnsupportedFeatureException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.GzipSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways over which REST reaches a server: TLS, proxies, compression. */
class RestRouteTest {

    private static final String GREETING =
            "{\"code\":0,\"column_meta\":[[\"server_version()\",\"VARCHAR\",7],[\"database()\",\"VARCHAR\",63]],"
                    + "\"data\":[[\"3.3.7.5\",null]],\"rows\":1}";
    private static final String UPDATED =
            "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[3]],\"rows\":1}";

    @TempDir
    private static Path directory;

    private static Path serverKeys;
    private static Path elsewhereKeys;
    private static Path clientKeys;

    private final MockWebServer server = new MockWebServer();

    @BeforeAll
    static void makeKeys() {
        TestCertificates certificates = new TestCertificates(directory);
        serverKeys = certificates.keyStore("server", "PKCS12", "dns:localhost,ip:127.0.0.1");
        elsewhereKeys = certificates.keyStore("elsewhere", "PKCS12", "dns:elsewhere.example");
        clientKeys = certificates.keyStore("client", "PKCS12", "dns:client.example");
    }

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String endpoint() {
        return "127.0.0.1:" + server.getPort();
    }

    private TdengineClientBuilder builder() {
        return TdengineClient.builder().transport(TransportType.REST).endpoints(endpoint());
    }

    private void encrypt(Path keys, TlsOptions options) {
        server.useHttps(options.keyStore(keys)
                .keyStorePassword(TestCertificates.PASSWORD)
                .settings()
                .context()
                .getSocketFactory());
    }

    private static byte[] certificate(Path keys) {
        return TestCertificates.certificatePem(keys).getBytes(StandardCharsets.US_ASCII);
    }

    private void enqueue(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private static String version(TdengineClientBuilder builder) {
        try (TdengineClient client = builder.build()) {
            return client.serverVersion();
        }
    }

    private RecordedRequest take() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    @Test
    void talksToATrustedServerOverTls() throws Exception {
        encrypt(serverKeys, new TlsOptions());
        enqueue(GREETING);

        assertThat(version(builder().tls(tls -> tls.trustStore(certificate(serverKeys)))))
                .isEqualTo("3.3.7.5");

        assertThat(take().getHandshake()).isNotNull();
    }

    @Test
    void refusesAnIpv6AddressWithAZone() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> version(builder().endpoints("[::1%lo]:6041")))
                .withMessage("REST takes no IPv6 address with a zone, such as [::1%lo]:6041; use transport websocket");
    }

    @Test
    void refusesAServerThatIsNotTrusted() {
        encrypt(serverKeys, new TlsOptions());

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> version(builder().tls(tls -> tls.trustStore(certificate(clientKeys)))))
                .withMessageStartingWith("the certificate of " + endpoint() + " is not accepted: ");
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> version(builder().tls()))
                .withMessageStartingWith("the certificate of " + endpoint() + " is not accepted: ");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refusesAServerWithTheNameOfAnotherUnlessToldNotToLook() {
        encrypt(elsewhereKeys, new TlsOptions());
        enqueue(GREETING);

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> version(builder().tls(tls -> tls.trustStore(certificate(elsewhereKeys)))))
                .withMessageContaining(
                        "the certificate of " + endpoint() + " is not accepted: it does not name this host");
        assertThat(server.getRequestCount()).isZero();

        assertThat(version(builder()
                        .tls(tls -> tls.trustStore(certificate(elsewhereKeys)).verifyHost(false))))
                .isEqualTo("3.3.7.5");
    }

    @Test
    void showsItsOwnCertificate() throws Exception {
        encrypt(serverKeys, new TlsOptions().trustStore(certificate(clientKeys)));
        server.requireClientAuth();
        enqueue(GREETING);

        assertThat(version(builder()
                        .tls(tls -> tls.trustStore(certificate(serverKeys))
                                .keyStore(clientKeys)
                                .keyStorePassword(TestCertificates.PASSWORD))))
                .isEqualTo("3.3.7.5");

        X509Certificate shown =
                (X509Certificate) take().getHandshake().peerCertificates().get(0);
        assertThat(shown.getSubjectX500Principal().getName()).isEqualTo("CN=client");
    }

    @Test
    void isRefusedWithoutACertificateOfItsOwn() {
        encrypt(serverKeys, new TlsOptions().trustStore(certificate(clientKeys)));
        server.requireClientAuth();

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> version(builder().tls(tls -> tls.trustStore(certificate(serverKeys)))))
                .withMessageContaining(endpoint());
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void sendsPlainRequestsWholeToTheProxy() throws Exception {
        enqueue(GREETING);

        version(builder().endpoints("db.invalid:6041").proxy(endpoint()));

        RecordedRequest request = take();
        assertThat(request.getRequestLine()).startsWith("POST http://db.invalid:6041/rest/sql?");
        assertThat(request.getHeaders().get("Proxy-Authorization")).isNull();
    }

    @Test
    void showsTheProxyItsCredentialsWithoutBeingAsked() throws Exception {
        enqueue(GREETING);

        version(builder().endpoints("db.invalid:6041").proxy(endpoint(), "me", "p:w"));

        assertThat(take().getHeaders().get("Proxy-Authorization")).isEqualTo(basic("me:p:w"));
    }

    @Test
    void showsAProxyNoCredentialsWhoseUserIsEmpty() throws Exception {
        enqueue(GREETING);

        version(builder().endpoints("db.invalid:6041").proxy(endpoint(), "", ""));

        assertThat(take().getHeaders().get("Proxy-Authorization")).isNull();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tunnelsTlsThroughTheProxyWhichSeesNoStatement() throws Exception {
        encrypt(serverKeys, new TlsOptions());
        server.enqueue(new MockResponse.Builder().inTunnel().build());
        enqueue(GREETING);

        assertThat(version(builder()
                        .endpoints("localhost:6041")
                        .proxy(endpoint(), "me", "pw")
                        .tls(tls -> tls.trustStore(certificate(serverKeys)))))
                .isEqualTo("3.3.7.5");

        RecordedRequest tunnel = take();
        assertThat(tunnel.getRequestLine()).isEqualTo("CONNECT localhost:6041 HTTP/1.1");
        assertThat(tunnel.getHeaders().get("Proxy-Authorization")).isEqualTo(basic("me:pw"));
        RecordedRequest statement = take();
        assertThat(statement.getTarget()).startsWith("/rest/sql?");
        assertThat(statement.getHeaders().get("Proxy-Authorization")).isNull();
    }

    @Test
    void saysThatTheProxyRefusedTheCredentials() {
        server.enqueue(new MockResponse.Builder().code(407).body("go away").build());
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> version(builder().endpoints("db.invalid:6041").proxy(endpoint(), "me", "s3cret")))
                .withMessageContaining("the proxy on the way to db.invalid:6041 refused the credentials")
                .withMessageNotContaining("s3cret");

        server.enqueue(new MockResponse.Builder()
                .code(407)
                .setHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                .inTunnel()
                .build());
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() ->
                        version(builder().endpoints("db.invalid:6041").tls().proxy(endpoint(), "me", "s3cret")))
                .withMessageContaining("proxy " + endpoint())
                .withMessageNotContaining("s3cret");
    }

    @Test
    void saysThatThereIsNoProxy() {
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> version(builder().endpoints("db.invalid:6041").proxy("127.0.0.1:1")))
                .withMessageStartingWith("proxy 127.0.0.1:1 refused the connection");
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(() -> version(builder().proxy("proxy.invalid")))
                .withMessageStartingWith("cannot resolve host proxy.invalid");
    }

    @Test
    void compressesLongStatementsAndTakesCompressedAnswersWhenAsked() throws Exception {
        enqueue(GREETING);
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(gzip(UPDATED))
                .build());
        String insert = "insert into t values (now, '" + "x".repeat(5000) + "')";

        try (TdengineClient client = builder().compression(true).build()) {
            assertThat(client.execute(insert)).isEqualTo(3);
        }

        RecordedRequest greeting = take();
        assertThat(greeting.getHeaders().get("Content-Encoding")).isNull();
        assertThat(greeting.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        RecordedRequest statement = take();
        assertThat(statement.getHeaders().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(statement.getBody().size()).isLessThan(200);
        try (GzipSource inflating = new GzipSource(new Buffer().write(statement.getBody()))) {
            assertThat(Okio.buffer(inflating).readUtf8()).isEqualTo(insert);
        }
    }

    private static Buffer gzip(String text) throws IOException {
        Buffer gzip = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(gzip))) {
            sink.writeUtf8(text);
        }
        return gzip;
    }

    @Test
    void aServerUnderstandsTheCompression() {
        try (EmbeddedTdengine tdengine = EmbeddedTdengine.builder().start();
                TdengineClient client = TdengineClient.builder()
                        .transport(TransportType.REST)
                        .endpoints(tdengine.endpoint())
                        .compression(true)
                        .build()) {
            client.execute("create database d");
            client.execute("create table d.t (ts timestamp, v varchar(8000))");
            client.execute("insert into d.t values (now, '" + "x".repeat(5000) + "')");

            assertThat(QueriedRows.rows(client, "select length(v) from d.t")).isEqualTo(List.of(List.of(5000L)));
        }
    }
}
