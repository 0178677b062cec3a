// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.FlowLimits;
import io.tdspring.client.transport.RequestNotSentException;
import io.tdspring.client.transport.Result;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.SqlRequest;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.data.Block;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineProgrammingException;
import io.tdspring.error.TdengineResultException;
import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.block.BlockWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which messages a result costs, step by step. */
class WebSocketResultTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int HALF_MIB = 1 << 19;

    private final MemoryEngine engine = new MemoryEngine();
    private Connection connection = connect(FlowLimits.DEFAULT);

    private Connection connect(FlowLimits flow) {
        Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG);
        TransportSettings settings =
                new TransportSettings(new Credentials("u", "p"), timeouts, null, null, false, null, flow);
        return new WebSocketTransport(new Endpoint("memory", 6041), settings, engine).connect(SessionState.NONE, LONG);
    }

    private Result query() {
        return query(LONG);
    }

    private Result query(Duration timeout) {
        engine.actions.clear();
        return connection.query(new SqlRequest("select v from t", 5, timeout));
    }

    private static ByteBuffer block(int... values) {
        BlockWriter writer = new BlockWriter(List.of(Column.of("v", DataType.INT)), BlockWriter.QUERY);
        for (int value : values) {
            writer.addRow(value);
        }
        return writer.finish();
    }

    @Test
    void asksForTheFirstBlockWhenTheQueryIsAnswered() {
        query();

        assertThat(engine.actions).containsExactly("binary_query", "fetch_raw_block");
    }

    @Test
    void aShortQueryThatIsClosedBehindItsBlockDoesNotAskForItsEnd() {
        Result result = query();
        engine.bring(block(42));

        assertThat(result.nextBlock().intAt(0, 0)).isEqualTo(42);
        result.close();

        assertThat(engine.actions).containsExactly("binary_query", "fetch_raw_block", "free_result");
    }

    @Test
    void tellsOnceThatTheFirstBlockHasCome() {
        AtomicInteger told = new AtomicInteger();
        WebSocketResult result = (WebSocketResult) query();

        result.whenFetched(told::incrementAndGet);
        assertThat(told).hasValue(0);

        engine.bring(block(1));
        assertThat(told).hasValue(1);

        engine.prepare(block(2));
        result.nextBlock();
        result.nextBlock();
        assertThat(told).hasValue(1);
    }

    @Test
    void tellsAtOnceOfAFirstBlockThatIsThereAlready() {
        AtomicInteger told = new AtomicInteger();
        WebSocketResult result = (WebSocketResult) query();
        engine.bring(block(1));

        result.whenFetched(told::incrementAndGet);

        assertThat(told).hasValue(1);
    }

    @Test
    void tellsOfAFirstBlockThatWillNotCome() {
        AtomicInteger told = new AtomicInteger();
        WebSocketResult result = (WebSocketResult) query();
        result.whenFetched(told::incrementAndGet);

        connection.close();

        assertThat(told).hasValue(1);
    }

    @Test
    void readsAheadFromTheSecondBlockOn() {
        Result result = query();
        engine.bring(block(1));
        result.nextBlock();
        assertThat(engine.fetchesUnderWay()).isZero();

        engine.prepare(block(2));
        assertThat(result.nextBlock().intAt(0, 0)).isEqualTo(2);

        assertThat(engine.fetchesUnderWay()).isEqualTo(1);
        engine.bring(block(3));
        assertThat(engine.fetchesUnderWay()).isEqualTo(1);
    }

    @Test
    void looksAheadByOneBlockIfASingleByteIsTheLimit() {
        connection = connect(new FlowLimits(HALF_MIB, 1));
        Result result = query();
        engine.bring(block(0));
        for (int i = 1; i < 20; i++) {
            engine.prepare(block(i));
        }

        for (int i = 0; i < 10; i++) {
            assertThat(result.nextBlock().intAt(0, 0)).isEqualTo(i);
            assertThat(engine.fetchesSent()).isEqualTo(Math.min(i, 1) + 1 + i);
        }
    }

    @Test
    void stopsReadingAheadWhileHalfAMebibyteIsUnread() {
        ByteBuffer large = block(new int[37_500]);
        assertThat(large.remaining()).isBetween(HALF_MIB / 4, HALF_MIB / 3);
        Result result = query();
        engine.bring(large);
        result.nextBlock();
        for (int i = 0; i < 20; i++) {
            engine.prepare(large);
        }

        result.nextBlock();
        assertThat(engine.fetchesSent()).as("two read and four unread").isEqualTo(6);

        result.nextBlock();
        assertThat(engine.fetchesSent()).isEqualTo(7);
        assertThat(engine.mostFetchesUnderWay()).isEqualTo(1);
    }

    @Test
    void endsWithTheServersResultAndDoesNotFreeIt() {
        Result result = query();
        engine.bring(block(1));
        engine.prepare(block(2));
        result.nextBlock();
        result.nextBlock();
        engine.finish();

        assertThat(result.nextBlock()).isNull();
        assertThat(result.nextBlock()).isNull();
        result.close();

        assertThat(engine.actions)
                .containsExactly("binary_query", "fetch_raw_block", "fetch_raw_block", "fetch_raw_block");
    }

    @Test
    void givesBackTheMemoryOfTheLastBlock() {
        Result result = query();
        ByteBuffer frame = engine.bring(block(1));
        Block block = result.nextBlock();
        assertThat(engine.recycled).isEmpty();

        result.recycle(block);
        result.recycle(block);

        assertThat(engine.recycled).singleElement().isSameAs(frame);
    }

    @Test
    void keepsTheMemoryOfABlockThatIsNotGivenBack() {
        Result result = query();
        engine.bring(block(1));
        Block kept = result.nextBlock();
        engine.prepare(block(2));
        result.nextBlock();
        result.recycle(kept);

        result.close();

        assertThat(engine.recycled).isEmpty();
        assertThat(kept.intAt(0, 0)).isEqualTo(1);
    }

    @Test
    void givesBackTheMemoryOfBlocksThatAreNotRead() {
        Result result = query();
        ByteBuffer unread = engine.bring(block(1));

        result.close();

        assertThat(engine.recycled).singleElement().isSameAs(unread);
    }

    @Test
    void aCancelledResultIsFreedAndGivesNoBlocks() {
        Result result = query();
        engine.bring(block(1));

        result.cancel();
        result.cancel();

        assertThat(engine.actions).containsExactly("binary_query", "fetch_raw_block", "free_result");
        assertThatExceptionOfType(TdengineResultException.class)
                .isThrownBy(result::nextBlock)
                .withMessage("the result was cancelled (request id 5)");
        assertThatExceptionOfType(TdengineResultException.class)
                .isThrownBy(result::nextBlock)
                .withMessageContaining("has failed before");
        result.close();
        assertThat(engine.actions).filteredOn("free_result"::equals).hasSize(1);
    }

    @Test
    void cancellingWakesTheThreadThatWaits() throws Exception {
        Result result = query();
        CompletableFuture<TdengineException> failure = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> failure.complete(catchThrowableOfType(TdengineException.class, result::nextBlock)), "reader");
        reader.start();
        awaitWaiting(reader);

        result.cancel();

        assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessage("the result was cancelled (request id 5)");
        assertThat(engine.actions).containsExactly("binary_query", "fetch_raw_block", "free_result");
    }

    private static void awaitWaiting(Thread thread) {
        Deadline deadline = Deadline.after(Duration.ofSeconds(10));
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(deadline.isOver()).isFalse();
            Thread.onSpinWait();
        }
    }

    @Test
    void cancellingBehindTheEndChangesNothing() {
        Result result = query();
        engine.finish();
        assertThat(result.nextBlock()).isNull();

        result.cancel();

        assertThat(result.nextBlock()).isNull();
        assertThat(engine.actions).containsExactly("binary_query", "fetch_raw_block");
    }

    @Test
    void freesAResultWhoseBlockDoesNotComeInTime() {
        Result result = query(Duration.ofMillis(50));

        assertThatExceptionOfType(TdengineTimeoutException.class)
                .isThrownBy(result::nextBlock)
                .withMessageContaining("fetch_raw_block for request 5 within 50 ms");

        assertThat(engine.actions).containsExactly("binary_query", "fetch_raw_block", "free_result");
        ByteBuffer late = engine.bring(block(1));
        assertThat(engine.recycled).singleElement().isSameAs(late);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void givesTheBlocksThatHaveComeBeforeItFailsWithTheConnection() {
        Result result = query();
        engine.bring(block(1));
        result.nextBlock();
        engine.prepare(block(2));
        result.nextBlock();
        engine.bring(block(3));

        engine.end("the connection to memory:6041 broke");

        assertThat(result.nextBlock().intAt(0, 0)).isEqualTo(3);
        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(result::nextBlock)
                .withMessageStartingWith(
                        "the connection to memory:6041 broke before fetch_raw_block for request 5 was answered");
        result.close();
        assertThat(engine.actions).doesNotContain("free_result");
    }

    @Test
    void failsIfTheNextBlockCannotBeAskedForAnyMore() {
        Result result = query();
        engine.bring(block(1));
        result.nextBlock();

        engine.end("the connection to memory:6041 broke");

        assertThatExceptionOfType(TdengineConnectionException.class)
                .isThrownBy(result::nextBlock)
                .withMessageContaining("rows of request 5")
                .withMessageContaining("the connection to memory:6041 broke")
                .isNotInstanceOf(RequestNotSentException.class);
    }

    @Test
    void refusesAMessageThatTheEngineCannotSend() {
        assertThatExceptionOfType(TdengineProgrammingException.class)
                .isThrownBy(() -> connection.query(new SqlRequest("x".repeat(1000), 5, LONG)))
                .withMessage(
                        "binary_query of 1030 bytes is longer than 1000, the most that can be sent (request id 5)");

        assertThat(engine.actions).containsExactly("conn");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void tellsOnceThatTheConnectionHasEnded() {
        AtomicInteger ends = new AtomicInteger();
        connection.onEnd(ends::incrementAndGet);

        connection.close();
        engine.end("the connection to memory:6041 broke");
        connection.close();

        assertThat(ends).hasValue(1);
        assertThat(connection.isOpen()).isFalse();
        connection.onEnd(ends::incrementAndGet);
        assertThat(ends).hasValue(2);
        assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(this::query);
    }
}
