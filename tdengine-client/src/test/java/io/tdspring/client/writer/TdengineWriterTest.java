// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tdspring.client.transport.Deadline;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineDatabaseException;
import io.tdspring.error.TdengineException;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A writer over a server that does what the test says. */
class TdengineWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What becomes of the next frames; when there is nothing left they are acknowledged. */
    private final BlockingQueue<Consumer<Batch>> script = new LinkedBlockingQueue<>();

    private final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();

    private final class FakeSender implements FrameSender {

        @Override
        public void send(Batch batch, Deadline deadline) {
            Consumer<Batch> next = script.poll();
            if (next != null) {
                next.accept(batch);
            }
            acknowledged.add(batch.rows());
        }

        @Override
        public void close() {
            closed.add(true);
        }
    }

    private TdengineWriter writer(WriterOptions.Builder options) {
        return new TdengineWriter(options.build(), TestRows.FIELDS, FakeSender::new, PATIENCE);
    }

    private static WriterOptions.Builder options() {
        return TestRows.options()
                .framesInFlight(1)
                .linger(Duration.ZERO)
                .retryPause(Duration.ZERO)
                .deliveryTimeout(PATIENCE);
    }

    private static CompletionStage<Void> append(TdengineWriter writer, int v) {
        return writer.newRow()
                .table("d1")
                .setLong(0, 7)
                .setLong(1, v)
                .setLong(2, v)
                .append();
    }

    private static Consumer<Batch> fail(TdengineException why) {
        return batch -> {
            throw why;
        };
    }

    private static void hang() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            throw new TdengineException("interrupted", e);
        }
    }

    private static Throwable failureOf(CompletionStage<Void> row) {
        Throwable failure = catchThrowable(
                () -> row.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join());
        assertThat(failure).isInstanceOf(CompletionException.class);
        return failure.getCause();
    }

    @Test
    void completesARowWhenItsFrameIsAcknowledged() {
        try (TdengineWriter writer = writer(options())) {
            append(writer, 1)
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();

            assertThat(acknowledged).containsExactly(1);
            assertThat(writer.counters()).isEqualTo(new WriterCounters(1, 1, 0, 1, 0, 0));
        }
    }

    @Test
    void sendsAFrameAgainThatFailsInAWayThatPasses() {
        script.add(fail(new TdengineConnectionException("cut", null)));
        script.add(fail(new TdengineTimeoutException("late", null)));
        script.add(fail(new TdengineDatabaseException(0x0903, "Sync leader is unreachable", 1, null)));
        try (TdengineWriter writer = writer(options())) {
            append(writer, 1)
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();

            assertThat(writer.counters()).isEqualTo(new WriterCounters(1, 1, 0, 1, 3, 0));
        }
    }

    @Test
    void failsTheRowsOfAFrameThatIsRefusedAndGoesOn() {
        TdengineException refusal = new TdengineDatabaseException(0x0205, "Invalid value", 1, null);
        script.add(fail(refusal));
        try (TdengineWriter writer = writer(options())) {
            assertThat(failureOf(append(writer, 1))).isSameAs(refusal);
            append(writer, 2)
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();

            assertThat(writer.counters()).isEqualTo(new WriterCounters(2, 1, 1, 1, 0, 0));
        }
    }

    @Test
    void triesOnceMoreWhenTheTableHasChanged() {
        TdengineException changed = new TdengineStatementException(0x2603, "Table does not exist", 1, null);
        script.add(fail(changed));
        script.add(fail(changed));
        try (TdengineWriter writer = writer(options())) {
            assertThat(failureOf(append(writer, 1))).isSameAs(changed);

            assertThat(writer.counters().retries()).isEqualTo(1);
        }
    }

    @Test
    void givesAFrameUpWhenItsTimeIsOver() {
        TdengineException cut = new TdengineConnectionException("cut", null);
        for (int i = 0; i < 100; i++) {
            script.add(fail(cut));
        }
        WriterOptions.Builder options = options().retryPause(Duration.ofMinutes(1));
        try (TdengineWriter writer = writer(options)) {
            assertThat(failureOf(append(writer, 1))).isSameAs(cut);
            assertThat(writer.counters().rowsFailed()).isEqualTo(1);
        }
    }

    @Test
    void survivesASenderThatIsBroken() {
        script.add(batch -> {
            throw new IllegalStateException("the client is closed");
        });
        try (TdengineWriter writer = writer(options())) {
            assertThat(failureOf(append(writer, 1)))
                    .isInstanceOf(TdengineException.class)
                    .hasMessageContaining("the client is closed");
        }
    }

    @Test
    void flushesWithoutLingering() {
        try (TdengineWriter writer = writer(options().linger(Duration.ofDays(1)))) {
            append(writer, 1);
            append(writer, 2);

            writer.flush();

            assertThat(acknowledged).containsExactly(2);
        }
    }

    @Test
    void doesNotWaitForEverWhenFlushing() {
        script.add(batch -> hang());
        TdengineWriter writer = writer(options());
        append(writer, 1);

        assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(() -> writer.flush(Duration.ofMillis(20)));
        writer.close(Duration.ZERO);
    }

    @Test
    void sendsWhatIsThereBeforeItCloses() {
        TdengineWriter writer = writer(options().linger(Duration.ofDays(1)));
        CompletionStage<Void> row = append(writer, 1);

        writer.close();

        assertThat(row.toCompletableFuture()).isCompleted();
        assertThat(closed).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> append(writer, 2));
        writer.close();
    }

    @Test
    void failsWhatIsNotAcknowledgedWhenTheTimeToCloseIsOver() throws InterruptedException {
        script.add(batch -> hang());
        TdengineWriter writer = writer(options().maxRows(1));
        CompletionStage<Void> underWay = append(writer, 1);
        CompletionStage<Void> waiting = append(writer, 2);

        writer.close(Duration.ofMillis(20));

        for (CompletionStage<Void> row : java.util.List.of(underWay, waiting)) {
            assertThat(failureOf(row))
                    .isInstanceOf(TdengineTimeoutException.class)
                    .hasMessage("the writer was closed before the rows were acknowledged");
        }
        assertThat(closed.poll(10, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.counters()).isEqualTo(new WriterCounters(2, 0, 2, 0, 0, 0));
    }

    @Test
    void waitsForRoomInItsMemory() {
        try (TdengineWriter writer = writer(options().bufferBytes(1).linger(Duration.ofDays(1)))) {
            for (int v = 0; v < 50; v++) {
                append(writer, v);
            }
            writer.flush();

            assertThat(writer.counters().rowsAcknowledged()).isEqualTo(50);
        }
    }

    @Test
    void refusesRowsWhenItsMemoryIsFullIfToldSo() {
        script.add(batch -> hang());
        TdengineWriter writer = writer(options().bufferBytes(1).whenFull(WhenFull.reject()));
        append(writer, 1);

        assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(() -> append(writer, 2));
        writer.close(Duration.ZERO);
    }

    @Test
    void refusesValuesThatDoNotFitAndNamesTheirPlace() {
        try (TdengineWriter writer = writer(options())) {
            WriterRow row = writer.newRow().table("d1").setLong(writer.index("ts"), 1);

            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(() -> row.setLong(writer.index("v"), 1L << 40))
                    .withMessage("table d1, column v, row 0: the number is out of the range of INT");
            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(() -> row.setString(2, "secret"))
                    .withMessageNotContaining("secret");
            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(() -> writer.newRow().table("d1").append())
                    .withMessageContaining("the primary timestamp is NULL");
            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(() -> writer.newRow().setLong(1, 1).append())
                    .withMessage("the row has no table");
            assertThatIllegalArgumentException().isThrownBy(() -> writer.index("w"));
            assertThat(writer.counters().rowsAppended()).isZero();
        }
    }

    @Test
    void refusesTableNamesThatCannotBeSentBeforeTheyMeetOtherRows() {
        try (TdengineWriter writer = writer(options())) {
            for (String name : List.of("a\0b", "half \ud83d")) {
                assertThatExceptionOfType(TdengineStatementException.class)
                        .isThrownBy(
                                () -> writer.newRow().table(name).setLong(1, 1).append())
                        .withMessage("a table name holds U+0000 or half of a surrogate pair");
            }
            assertThat(writer.counters().rowsAppended()).isZero();
        }
    }

    @Test
    void takesDurationsThatAreAsGoodAsForEver() {
        Duration ever = ChronoUnit.FOREVER.getDuration();
        script.add(fail(new TdengineTimeoutException("once", null)));
        WriterOptions.Builder patient = options().bufferBytes(1).whenFull(WhenFull.waitFor(ever));
        try (TdengineWriter writer = writer(patient.linger(ever).retryPause(ever))) {
            CompletionStage<Void> row = append(writer, 1);
            append(writer, 2);
            writer.flush();

            assertThat(failureOf(row)).hasMessage("once");
            assertThat(writer.counters().rowsAcknowledged()).isEqualTo(1);
        }
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriterOptions.into("st").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        WriterOptions.into("st").tags("a").columns("ts", "a").build());
        assertThatIllegalArgumentException().isThrownBy(() -> TestRows.options().maxRows(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TestRows.options().linger(Duration.ofMillis(-1)));
    }
}
