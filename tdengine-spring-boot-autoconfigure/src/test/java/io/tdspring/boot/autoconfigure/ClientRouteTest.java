// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tdspring.boot.autoconfigure.embedded.EmbeddedTdengineAutoConfiguration;
import io.tdspring.client.TdengineClient;
import io.tdspring.error.TdengineConnectionException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How properties lead the client to its servers, and what it says there. */
class ClientRouteTest {

    private static final String PASSWORD = "changeit";
    private static final byte[] GREETING =
            ("{\"code\":0,\"column_meta\":[[\"server_version()\",\"VARCHAR\",7],[\"database()\",\"VARCHAR\",63]],"
                            + "\"data\":[[\"3.3.7.5\",null]],\"rows\":1}")
                    .getBytes(StandardCharsets.UTF_8);

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SslAutoConfiguration.class,
                    EmbeddedTdengineAutoConfiguration.class,
                    TdengineAutoConfiguration.class));

    @Test
    void encryptsAsTheSslBundleSays(@TempDir Path directory) throws Exception {
        Path keys = keyStore(directory);
        HttpsServer server = server(keys);
        ApplicationContextRunner toServer = runner.withPropertyValues(
                "tdengine.transport=rest",
                "tdengine.endpoints=localhost:" + server.getAddress().getPort());
        try {
            toServer.withPropertyValues(
                            "tdengine.ssl.bundle=plant",
                            "spring.ssl.bundle.jks.plant.truststore.location=" + keys.toUri(),
                            "spring.ssl.bundle.jks.plant.truststore.password=" + PASSWORD)
                    .run(context -> assertThat(
                                    context.getBean(TdengineClient.class).serverVersion())
                            .isEqualTo("3.3.7.5"));
            toServer.withPropertyValues("tdengine.ssl.enabled=true")
                    .run(context -> assertThatExceptionOfType(TdengineConnectionException.class)
                            .isThrownBy(
                                    () -> context.getBean(TdengineClient.class).serverVersion())
                            .withMessageContaining("is not accepted"));
        } finally {
            server.stop(0);
        }
    }

    private static Path keyStore(Path directory) throws Exception {
        Path file = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=server",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(output).isZero();
        return file;
    }

    private static HttpsServer server(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/rest/sql", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, GREETING.length);
            exchange.getResponseBody().write(GREETING);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void saysThatThereIsNoSuchBundle() {
        runner.withPropertyValues("tdengine.ssl.bundle=nowhere")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("SSL bundle name 'nowhere' cannot be found"));
    }

    @Test
    void ignoresTheBundleWhenTlsIsOff() {
        runner.withPropertyValues(
                        "tdengine.embedded.enabled=true", "tdengine.ssl.enabled=false", "tdengine.ssl.bundle=nowhere")
                .run(context -> context.getBean(TdengineClient.class).ping());
    }

    @Test
    void goesThroughTheProxy() {
        runner.withPropertyValues("tdengine.transport=rest", "tdengine.proxy.host=127.0.0.1", "tdengine.proxy.port=1")
                .run(context -> assertThatExceptionOfType(TdengineConnectionException.class)
                        .isThrownBy(() -> context.getBean(TdengineClient.class).ping())
                        .withMessageStartingWith("proxy 127.0.0.1:1 refused the connection"));
        runner.withPropertyValues("tdengine.proxy.username=me", "tdengine.proxy.password=s3cret")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("there are options of a proxy, but no proxy.host"));
    }

    @Test
    void logsInWithABearerToken() {
        runner.withPropertyValues("tdengine.embedded.enabled=true", "tdengine.bearer-token=s3cret")
                .run(context -> assertThatExceptionOfType(TdengineConnectionException.class)
                        .isThrownBy(() -> context.getBean(TdengineClient.class).ping())
                        .withMessageContaining("login with a bearer token needs server 3.4.0.0 or later")
                        .withMessageNotContaining("s3cret"));
    }

    @Test
    void hasOneProofOnly() {
        runner.withPropertyValues("tdengine.token=a", "tdengine.bearer-token=b")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("only one of token, bearer token and one-time code can be used"));
    }

    @Test
    void connectsWithAllOptionsOfASessionAndRefusesValuesThatCannotBe() {
        runner.withPropertyValues(
                        "tdengine.embedded.enabled=true",
                        "tdengine.application-name=plant",
                        "tdengine.compression=true",
                        "tdengine.websocket.engine=okhttp",
                        "tdengine.websocket.max-bytes-in-flight=1MB",
                        "tdengine.websocket.look-ahead-bytes=65536")
                .run(context -> context.getBean(TdengineClient.class).ping());
        runner.withPropertyValues("tdengine.application-name=far-too-long-for-a-server")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("is longer than 23 bytes"));
        runner.withPropertyValues("tdengine.websocket.max-bytes-in-flight=0MB")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("the most bytes in flight must be positive, not 0"));
        runner.withPropertyValues("tdengine.websocket.look-ahead-bytes=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("the look-ahead in bytes must be positive, not 0"));
    }
}
