// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.data.Block;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.ws.FetchedBlock;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How the client reads results from a server that may misbehave. */
@EachWebSocketEngine
class WebSocketReadingTest extends WebSocketTestBed {

    WebSocketReadingTest(WebSocketEngineType engine) {
        super(engine);
    }

    @Test
    void freesAResultThatIsClosedEarly() throws Exception {
        peer.on("binary_query", request -> request.succeed(ONE_COLUMN));

        client.query("select v from t").close();

        assertThat(peer.take("free_result").json()).contains("\"id\":7");
    }

    @Test
    void runsAShortQueryInTwoRoundTrips() throws Exception {
        Recording recording = Recording.of("multi-block");
        recording.playTo(peer);

        try (QueryResult result = client.query(recording.statements().get(0))) {
            assertThat(result.nextBlock().rows()).isEqualTo(4096);
        }

        peer.take("free_result");
        assertThat(peer.actions()).containsExactly("conn", "binary_query", "fetch_raw_block", "free_result");
    }

    @Test
    void hasOneFetchOfAResultUnderWayAndNoMore() {
        Recording recording = Recording.of("multi-block");
        recording.playTo(peer);
        String sql = recording.statements().get(0);

        try (QueryResult result = client.query(sql)) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                assertThat(block.rows()).isPositive();
            }
        }

        assertThat(peer.actions())
                .as("three blocks and the end")
                .containsExactly(
                        "conn",
                        "binary_query",
                        "fetch_raw_block",
                        "fetch_raw_block",
                        "fetch_raw_block",
                        "fetch_raw_block");
    }

    @Test
    void cancellingFreesTheResultAndWakesTheThreadThatReadsIt() throws Exception {
        peer.on("binary_query", request -> request.succeed(ONE_COLUMN));
        QueryResult result = client.query("select v from t", 3);
        Future<Block> read = threads.submit(result::nextBlock);
        peer.take("fetch_raw_block");

        result.cancel();

        assertThat(failureOf(read))
                .isInstanceOf(TdengineResultException.class)
                .hasMessage("the result was cancelled (request id 3)");
        assertThat(peer.take("free_result").json()).contains("\"id\":7");
        result.close();
    }

    @Test
    void failsTheThreadThatReadsAResultWhenTheConnectionBreaks() throws Exception {
        peer.on("binary_query", request -> request.succeed(ONE_COLUMN));
        QueryResult result = client.query("select v from t", 3);
        Future<Block> read = threads.submit(result::nextBlock);
        peer.take("fetch_raw_block");

        peer.breakConnections();

        assertThat(failureOf(read))
                .isInstanceOf(TdengineConnectionException.class)
                .hasMessageContaining("broke before fetch_raw_block for request 3 was answered");
        result.close();
    }

    @Test
    void failsTheResultWhenABlockFails() {
        peer.on("binary_query", request -> request.succeed(ONE_COLUMN));
        peer.on(
                "fetch_raw_block",
                request -> request.send(
                        new FetchedBlock.Failed(request.requestId(), 7, 1, 0x0739, "no memory").toFrame()));

        try (QueryResult result = client.query("select v from t", 3)) {
            assertThatExceptionOfType(TdengineException.class)
                    .isThrownBy(result::nextBlock)
                    .withMessage("[0x0739] no memory (request id 3)");
            assertThatExceptionOfType(TdengineException.class)
                    .isThrownBy(result::nextBlock)
                    .withMessageContaining("has failed before");
        }
    }

    @Test
    void saysWhichFetchWasNotAnswered() {
        TdengineClient impatient = client(Duration.ofMillis(300));
        peer.on("binary_query", request -> request.succeed(ONE_COLUMN));

        try (QueryResult result = impatient.query("select v from t", 3)) {
            assertThatExceptionOfType(TdengineTimeoutException.class)
                    .isThrownBy(result::nextBlock)
                    .withMessageContaining("fetch_raw_block for request 3 within 300 ms");
        }
        impatient.close();
    }
}
