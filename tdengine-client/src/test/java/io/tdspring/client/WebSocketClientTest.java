// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.client.ScriptedPeer.Received;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the client behaves towards a server that misbehaves. */
@EachWebSocketEngine
class WebSocketClientTest extends WebSocketTestBed {

    WebSocketClientTest(WebSocketEngineType engine) {
        super(engine);
    }

    @Test
    void findsTheRequestOfEachAnswer() throws Exception {
        Future<Long> first = threads.submit(() -> client.execute("insert 1", 1));
        Received one = peer.take("binary_query");
        Future<Long> second = threads.submit(() -> client.execute("insert 2", 2));
        Received two = peer.take("binary_query");

        two.succeed(UPDATE + 222);
        one.succeed(UPDATE + 111);

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(111);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(222);
    }

    @Test
    void dropsAnswersForWhichNobodyWaits() {
        peer.on("binary_query", request -> {
            request.answerAs(999, 0, "", UPDATE + 1);
            request.succeed(UPDATE + 2);
        });

        assertThat(client.execute("insert")).isEqualTo(2);
    }

    @Test
    void takesAnAnswerWithoutAnIdForTheOnlyRequestUnderWay() {
        peer.on("conn", request -> request.succeed(""));
        peer.on("version", request -> request.answerAs(0, 0, "", "\"version\":\"3.3.2.0\""));

        assertThat(client.serverVersion()).isEqualTo("3.3.2.0");
    }

    @Test
    void givesUpWhenTheTimeoutIsOver() {
        TdengineClient impatient = client(Duration.ofMillis(300));

        TdengineTimeoutException failure =
                catchThrowableOfType(TdengineTimeoutException.class, () -> impatient.execute("insert", 42));

        assertThat(failure).hasMessage(peer.endpoint() + " did not answer binary_query within 300 ms (request id 42)");
        assertThat(failure.requestId()).isEqualTo(42);
        assertThat(failure.isTransient()).isTrue();
        impatient.close();
    }

    @Test
    void freesTheResultOfAQueryThatIsAnsweredTooLate() throws Exception {
        TdengineClient impatient = client(Duration.ofMillis(300));
        assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(() -> impatient.query("select v from t"));

        peer.take("binary_query").succeed(ONE_COLUMN);

        assertThat(peer.take("free_result").json()).contains("\"id\":7");
        impatient.close();
    }

    @Test
    void failsAllThatIsUnderWayWhenTheConnectionBreaks() throws Exception {
        Future<Long> first = threads.submit(() -> client.execute("insert 1", 1));
        peer.take("binary_query");
        Future<Long> second = threads.submit(() -> client.execute("insert 2", 2));
        peer.take("binary_query");

        peer.breakConnections();

        assertThat(failureOf(first))
                .isInstanceOf(TdengineConnectionException.class)
                .hasMessage("the connection to " + peer.endpoint()
                        + " broke before binary_query was answered (request id 1)");
        assertThat(failureOf(second))
                .isInstanceOf(TdengineConnectionException.class)
                .extracting(failure -> ((TdengineException) failure).requestId())
                .isEqualTo(2L);
    }

    @Test
    void failsWhatIsUnderWayWhenTheServerSaysGoodBye() throws Exception {
        Future<Long> execution = threads.submit(() -> client.execute("insert"));

        peer.take("binary_query").socket().close(1001, "");

        assertThat(failureOf(execution)).hasMessageContaining("closed the connection before binary_query was answered");
    }

    @Test
    void doesNotRepeatAStatementThatMayHaveBeenExecuted() throws Exception {
        Future<Long> execution = threads.submit(() -> client.execute("insert"));
        peer.take("binary_query");

        peer.breakConnections();
        assertThat(failureOf(execution)).isInstanceOf(TdengineConnectionException.class);
        peer.on("binary_query", request -> request.succeed(UPDATE + 5));

        assertThat(client.execute("insert")).isEqualTo(5);
        assertThat(peer.actions()).containsExactly("conn", "binary_query", "conn", "binary_query");
    }

    @Test
    void reportsTheServersErrorWithTheRequest() {
        peer.on("binary_query", request -> request.answer(9728, "syntax error near 'selec'", ""));

        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> client.query("selec 1", 0xffff_ffff_ffff_fffeL))
                .withMessage("[0x2600] syntax error near 'selec' (request id 18446744073709551614)")
                .matches(failure -> failure.code() == 0x2600);
    }

    @Test
    void refusesAnIdThatIsUnderWay() throws Exception {
        Future<Long> execution = threads.submit(() -> client.execute("insert", 5));
        Received request = peer.take("binary_query");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.execute("insert", 5))
                .withMessageContaining("request id 5");

        request.succeed(UPDATE + 1);
        assertThat(execution.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void refusesTheIdZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.execute("insert", 0));
    }

    @Test
    void refusesAServerThatIsTooOld() {
        peer.on("conn", request -> request.succeed("\"version\":\"3.3.1.9\""));

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(client::ping)
                .withMessageContaining("3.3.1.9")
                .withMessageContaining("3.3.2.0");
    }

    @Test
    void saysWhoWasRefused() throws Exception {
        peer.on("conn", request -> request.answer(855, "Authentication failure", ""));

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(client::ping)
                .withMessageStartingWith(
                        "[0x0357] Authentication failure for user root at " + peer.endpoint() + " (request id ")
                .withMessageNotContaining("taosdata");
        assertThat(peer.takeClosing()).isNotNull();
    }

    @Test
    void doesNotAskForCompression() throws Exception {
        client.serverVersion();

        assertThat(peer.takeUpgrade().getHeaders().get("Sec-WebSocket-Extensions"))
                .isNull();
    }

    @Test
    void connectsOnceForManyThreads() throws Exception {
        peer.on("conn", request -> {});
        Future<Long> first = threads.submit(() -> client.execute("insert 1"));
        Received login = peer.take("conn");
        Future<Long> second = threads.submit(() -> client.execute("insert 2"));
        peer.on("binary_query", request -> request.succeed(UPDATE + 1));

        login.succeed("\"version\":\"3.3.7.5\"");

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    void givesUpTheConnectionWhenTheServerSendsWhatIsNoAnswer() throws Exception {
        Future<Long> execution = threads.submit(() -> client.execute("insert"));

        peer.take("binary_query").socket().send("hello");

        assertThat(failureOf(execution)).hasMessageContaining("sent what is no answer");
    }

    @Test
    void closingWakesThoseWhoWait() throws Exception {
        Future<Long> execution = threads.submit(() -> client.execute("insert"));
        peer.take("binary_query");

        client.close();
        client.close();

        assertThat(failureOf(execution))
                .isInstanceOf(TdengineConnectionException.class)
                .hasMessageContaining("was closed by this client");
        assertThat(peer.takeClosing()).isEqualTo("close frame 1000");
        assertThatIllegalStateException().isThrownBy(() -> client.execute("insert"));
    }

    @Test
    void closingWakesThoseWhoWaitForTheConnection() throws Exception {
        peer.on("conn", request -> {});
        Future<Long> execution = threads.submit(() -> client.execute("insert"));
        peer.take("conn");

        client.close();

        assertThat(failureOf(execution)).isInstanceOf(TdengineConnectionException.class);
        assertThat(peer.takeClosing()).isNotNull();
    }

    @Test
    void anInterruptedCallerLeavesTheConnectionToOthers() throws Exception {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        Future<TdengineException> failure = threads.submit(() -> {
            caller.complete(Thread.currentThread());
            return catchThrowableOfType(TdengineException.class, () -> client.execute("insert 1"));
        });
        peer.take("binary_query");

        caller.get(10, TimeUnit.SECONDS).interrupt();

        assertThat(failure.get(10, TimeUnit.SECONDS))
                .hasMessageContaining("interrupted while waiting for binary_query");
        peer.on("binary_query", request -> request.succeed(UPDATE + 2));
        assertThat(client.execute("insert 2")).isEqualTo(2);
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    void leavesNoThreadsBehind() throws Exception {
        peer.on("binary_query", request -> request.succeed(UPDATE + 1));
        client.execute("insert");
        String name = "tdengine-websocket-" + peer.endpoint();

        client.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(name) || thread.getName().startsWith("OkHttp http://" + peer.endpoint())) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
