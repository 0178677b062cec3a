// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.data.Block;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineOperationalException;
import io.tdspring.error.TdengineProtocolException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.rest.RawAnswer;
import io.tdspring.protocol.rest.RawColumn;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the client behaves towards an HTTP server that misbehaves; answers are those of recordings. */
class RestClientTest {

    private static final String UPDATED =
            "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[3]],\"rows\":1}";
    private static final String HEAD = "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[";

    private final MockWebServer server = new MockWebServer();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        server.close();
        threads.shutdownNow();
    }

    private TdengineClientBuilder builder() {
        return TdengineClient.builder().transport(TransportType.REST).endpoints("127.0.0.1:" + server.getPort());
    }

    private void greet(String database) {
        greet("3.3.7.5", database);
    }

    private void greet(String version, String database) {
        enqueue("{\"code\":0,\"column_meta\":[[\"server_version()\",\"VARCHAR\",7],[\"database()\",\"VARCHAR\",63]],"
                + "\"data\":[[\"" + version + "\"," + database + "]],\"rows\":1}");
    }

    private void enqueue(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    @Test
    void refusesAServerThatIsTooOld() {
        greet("3.3.1.9", "null");

        try (TdengineClient client = builder().build()) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> client.execute("insert into t values (now, 1)"))
                    .withMessage("the server at 127.0.0.1:" + server.getPort()
                            + " has version 3.3.1.9, and this client needs 3.3.2.0 or later");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void sendsStatementCredentialsDatabaseAndId() throws Exception {
        greet("\"Power Plant\"");
        enqueue(UPDATED);

        try (TdengineClient client =
                builder().username("me").password("p:w").database("Power Plant").build()) {
            assertThat(client.execute("insert into t values (now, '涛思')", -2)).isEqualTo(3);
        }

        server.takeRequest(1, TimeUnit.SECONDS);
        RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(request.getTarget()).isEqualTo("/rest/sql/Power%20Plant?req_id=-2");
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getBody().utf8()).isEqualTo("insert into t values (now, '涛思')");
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("me:p:w".getBytes(StandardCharsets.UTF_8)));
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(request.getHeaders().get("Content-Encoding")).isNull();
    }

    @Test
    void tellsAnInterruptionFromABrokenConnection() {
        greet("null");
        enqueue(HEAD + "[1],".repeat(100_000) + "[1]],\"rows\":100001}");
        enqueue(UPDATED);

        try (TdengineClient client = builder().build()) {
            try (QueryResult result = client.query("select v from t", 7)) {
                result.nextBlock();
                Thread.currentThread().interrupt();
                assertThatExceptionOfType(TdengineException.class)
                        .isThrownBy(() -> result.forEachBlock(block -> {}))
                        .isExactlyInstanceOf(TdengineException.class)
                        .withMessageStartingWith("interrupted while waiting for SqlRequest[requestId=7]");
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(client.execute("insert into t values (now, 1)")).isEqualTo(3);
        }
    }

    @Test
    void refusesAnswersThatBreakOff() {
        greet("null");
        enqueue("");
        enqueue(HEAD + "[1],[");

        try (TdengineClient client = builder().build()) {
            assertThatExceptionOfType(TdengineProtocolException.class)
                    .isThrownBy(() -> client.query("select v from t", 7))
                    .withMessageContaining("empty")
                    .withMessageContaining("request id 7");
            assertThatExceptionOfType(TdengineProtocolException.class)
                    .isThrownBy(() -> client.query("select v from t", 8))
                    .withMessageContaining("breaks off")
                    .matches(failure -> failure.requestId() == 8);
        }
    }

    @Test
    void handsOutWhatTheServerAnswers() throws Exception {
        greet("null");
        enqueue("{\"code\":0,\"column_meta\":[[\"i\",\"BIGINT UNSIGNED\",8],[\"d\",\"DOUBLE\",8],[\"s\",\"VARCHAR\",4],"
                + "[\"j\",\"JSON\",4095]],\"data\":[[18446744073709551615,1.5,\"a\",{\"k\":[1]}],[7,null,\"\",null]],"
                + "\"rows\":2}");
        enqueue("{\"code\":9826,\"desc\":\"Invalid column name: x\",\"timing\":12}");

        try (TdengineClient client = builder().build()) {
            RawAnswer rows = client.rest().sql("select *", 4711);
            RawAnswer refusal = client.rest().sql("select x", 4712);

            assertThat(rows.code()).isZero();
            assertThat(rows.columns())
                    .containsExactly(
                            new RawColumn("i", "BIGINT UNSIGNED", 8),
                            new RawColumn("d", "DOUBLE", 8),
                            new RawColumn("s", "VARCHAR", 4),
                            new RawColumn("j", "JSON", 4095));
            assertThat(rows.data())
                    .containsExactly(
                            List.of(new BigInteger("18446744073709551615"), 1.5, "a", "{\"k\":[1]}"),
                            Arrays.asList(7L, null, "", null));
            assertThat(rows.rows()).isEqualTo(2);
            assertThat(refusal).isEqualTo(new RawAnswer(9826, "Invalid column name: x", List.of(), List.of(), 0));
        }
        server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getTarget()).isEqualTo("/rest/sql?req_id=4711");
    }

    @Test
    void throwsFailuresOfHttpForRawAnswersToo() {
        greet("null");
        server.enqueue(
                new MockResponse.Builder().code(404).body("404 page not found").build());
        greet("null");
        enqueue(HEAD + "[1],[");

        try (TdengineClient client = builder().build()) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> client.rest().sql("select 1", 7))
                    .withMessageContaining("answered HTTP 404")
                    .withMessageContaining("request id 7");
            assertThatExceptionOfType(TdengineProtocolException.class)
                    .isThrownBy(() -> client.rest().sql("select 1"))
                    .withMessageContaining("breaks off");
        }
    }

    @Test
    void givesRawAnswersOfAServer() {
        try (EmbeddedTdengine real = EmbeddedTdengine.builder().start();
                TdengineClient client = TdengineClient.builder()
                        .transport(TransportType.REST)
                        .endpoints(real.endpoint())
                        .build()) {
            client.rest().sql("create database d");
            client.rest().sql("create table d.t (ts timestamp, v int)");

            assertThat(client.rest()
                            .sql("insert into d.t values (1700000000000, 1)")
                            .data())
                    .containsExactly(List.of(1L));
            assertThat(client.rest().sql("select * from d.t").data())
                    .containsExactly(List.of("2023-11-14T22:13:20.000Z", 1L));
            assertThat(client.rest().sql("select * from d.nothing").code()).isEqualTo(0x2603);
        }
    }

    @Test
    void hasRawAnswersOverRestAlone() {
        try (TdengineClient client = TdengineClient.builder().build()) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(client::rest)
                    .withMessage("raw answers come by REST; use transport rest");
        }
    }

    @Test
    void readsErrorsWhateverTheStatus() {
        greet("null");
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .body("\"query memory exceeds threshold\"")
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body("{\"code\":4388,\"desc\":\"invalid basic Authorization\",\"timing\":12068}")
                .build());

        try (TdengineClient client = builder().build()) {
            assertThatExceptionOfType(TdengineOperationalException.class)
                    .isThrownBy(() -> client.query("select v from t"))
                    .withMessageContaining("query memory exceeds threshold");
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> client.query("select v from t"))
                    .withMessageStartingWith("[0x1124] login refused for user root at 127.0.0.1:" + server.getPort());
        }
    }

    @Test
    void givesUpWhenTheAnswerDoesNotBeginInTime() {
        greet("null");
        server.enqueue(new MockResponse.Builder()
                .headersDelay(30, TimeUnit.SECONDS)
                .body(UPDATED)
                .build());

        try (TdengineClient client =
                builder().requestTimeout(Duration.ofMillis(300)).build()) {
            assertThatExceptionOfType(TdengineTimeoutException.class)
                    .isThrownBy(() -> client.execute("insert", 9))
                    .withMessage("127.0.0.1:" + server.getPort()
                            + " did not answer a statement within 300 ms (request id 9)");
        }
    }

    @Test
    void givesUpWhenTheAnswerDoesNotGoOnInTime() {
        greet("null");
        StringBuilder rows = new StringBuilder(HEAD + "[0]");
        for (int i = 1; i < 10_000; i++) {
            rows.append(",[").append(i).append(']');
        }
        String body = rows + "],\"rows\":10000}";
        server.enqueue(new MockResponse.Builder()
                .body(body)
                .throttleBody(body.length() - 100, 30, TimeUnit.SECONDS)
                .build());

        try (TdengineClient client =
                        builder().requestTimeout(Duration.ofMillis(500)).build();
                QueryResult result = client.query("select v from t", 9)) {
            Block block = result.nextBlock();
            assertThat(block.rows()).isEqualTo(4096);
            result.nextBlock();
            assertThatExceptionOfType(TdengineTimeoutException.class)
                    .isThrownBy(result::nextBlock)
                    .withMessageContaining("within 500 ms (request id 9)");
            assertThatExceptionOfType(TdengineException.class)
                    .isThrownBy(result::nextBlock)
                    .withMessageContaining("failed before");
        }
    }

    @Test
    void aBrokenConnectionIsNoEndOfRows() {
        greet("null");
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Length", 1000)
                .body(HEAD + "[1],[2]")
                .setHeader("Content-Length", 1000)
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());

        try (TdengineClient client = builder().build()) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> QueriedRows.rows(client, "select v from t"))
                    .withMessageContaining("broke before the answer was complete");
        }
    }

    @Test
    void doesNotRepeatAStatementThatMayHaveBeenExecuted() {
        greet("null");
        server.enqueue(new MockResponse.Builder()
                .onRequestBody(new SocketEffect.CloseSocket())
                .build());
        greet("null");
        enqueue(UPDATED);

        try (TdengineClient client = builder().build()) {
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> client.execute("insert", 5))
                    .matches(failure -> failure.requestId() == 5);
            assertThat(server.getRequestCount()).isLessThanOrEqualTo(2);

            assertThat(client.execute("insert")).isEqualTo(3);
        }
    }

    @Test
    void closingWakesThoseWhoWait() throws Exception {
        greet("null");
        server.enqueue(new MockResponse.Builder()
                .headersDelay(30, TimeUnit.SECONDS)
                .body(UPDATED)
                .build());
        TdengineClient client = builder().build();
        Future<Long> execution = threads.submit(() -> client.execute("insert"));
        assertThat(server.takeRequest(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(server.takeRequest(10, TimeUnit.SECONDS)).isNotNull();

        client.close();

        assertThat(failureOf(execution)).isInstanceOf(TdengineConnectionException.class);
    }

    private static Throwable failureOf(Future<?> future) throws Exception {
        try {
            Object value = future.get(10, TimeUnit.SECONDS);
            throw new AssertionError("no failure but " + value);
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
