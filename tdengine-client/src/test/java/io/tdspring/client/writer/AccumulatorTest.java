// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.error.TdengineTimeoutException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.StatementField;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccumulatorTest {

    private static final long LINGER = 1000;
    private static final long BUFFER_BYTES = 5000;

    private final AtomicLong now = new AtomicLong();
    private final Accumulator accumulator =
            new Accumulator(new WriterLimits(3, 10_000, LINGER, BUFFER_BYTES), 1, 1, now::get);

    private CompletionStage<Void> append(String table, int v) {
        return accumulator.append(table, TestRows.row(v), WhenFull.reject());
    }

    @Test
    void keepsRowsUntilTheyHaveLingered() {
        append("d1", 1);
        now.set(LINGER - 1);

        assertThat(accumulator.poll(0)).isNull();
        now.set(LINGER);
        assertThat(accumulator.poll(0).rows()).isEqualTo(1);
    }

    @Test
    void lingersFromTheFirstRowOn() {
        now.set(500);
        append("d1", 1);
        now.set(1400);
        append("d1", 2);
        now.set(500 + LINGER);

        assertThat(accumulator.poll(0).rows()).isEqualTo(2);
    }

    @Test
    void lastsUntilTheRowsAreFull() {
        append("d1", 1);
        append("d2", 2);
        assertThat(accumulator.poll(0)).isNull();
        append("d1", 3);
        append("d1", 4);

        assertThat(accumulator.poll(0).rows()).isEqualTo(3);
    }

    @Test
    void closesABatchThatHasItsBytes() {
        Accumulator small = new Accumulator(
                new WriterLimits(100, TestRows.FIRST_ROW_BYTES + 1, LINGER, BUFFER_BYTES), 1, 1, now::get);
        small.append("d1", TestRows.row(1), WhenFull.reject());
        assertThat(small.poll(0)).isNull();
        small.append("d1", TestRows.row(2), WhenFull.reject());

        assertThat(small.poll(0).bytes()).isEqualTo(TestRows.FIRST_ROW_BYTES + TestRows.FURTHER_ROW_BYTES);
    }

    @Test
    void groupsRowsByTable() {
        append("d1", 1);
        append("d2", 2);
        append("d1", 3);
        BindFrame frame = BindFrame.ofTables(
                TestRows.FIELDS.stream().map(StatementField::role).toList());

        accumulator.poll(0).writeTo(frame);

        assertThat(frame.tables()).isEqualTo(2);
        assertThat(frame.rows()).isEqualTo(3);
    }

    @Test
    void hasOneBatchUnderWayALane() {
        for (int v = 0; v < 6; v++) {
            append("d1", v);
        }
        Batch first = accumulator.poll(0);

        assertThat(accumulator.poll(0)).isNull();
        accumulator.done(0, first, true, 0);
        assertThat(accumulator.poll(0)).isNotNull().isNotSameAs(first);
    }

    @Test
    void sendsATableAlwaysByTheSameLane() {
        Accumulator two = new Accumulator(new WriterLimits(1, 10_000, LINGER, BUFFER_BYTES), 1, 2, now::get);
        two.append("a", TestRows.row(1), WhenFull.reject());
        two.append("a", TestRows.row(2), WhenFull.reject());
        two.append("b", TestRows.row(3), WhenFull.reject());
        int laneOfA = Math.floorMod("a".hashCode(), 2);

        Batch first = two.poll(laneOfA);
        assertThat(two.poll(laneOfA)).isNull();
        assertThat(two.poll(1 - laneOfA).rows()).isEqualTo(1);
        two.done(laneOfA, first, true, 0);
        assertThat(two.poll(laneOfA)).isNotNull();
    }

    @Test
    void refusesRowsBeyondItsMemoryUntilSomeAreDone() {
        int v = 0;
        while (accumulator.counters().bytesBuffered() < BUFFER_BYTES) {
            append("d" + v, v++);
        }
        int next = v;

        assertThatExceptionOfType(TdengineTimeoutException.class)
                .isThrownBy(() -> append("d1", next))
                .withMessage("the writer's memory of 5000 bytes is full");
        assertThat(accumulator.counters().rowsAppended()).isEqualTo(v);
        accumulator.done(0, accumulator.poll(0), true, 0);
        append("d1", next);
    }

    @Test
    void countsWhatATableTakesBesidesItsRows() {
        append("d1", 1);
        long ofOneTable = accumulator.counters().bytesBuffered();
        append("d1", 2);
        long ofTwoRows = accumulator.counters().bytesBuffered();
        append("d2", 2);

        // For each of three values an array of at least so many bytes for states, one for lengths and one for values.
        assertThat(ofOneTable).isGreaterThan(3 * 3 * 32);
        assertThat(ofTwoRows - ofOneTable).isEqualTo(TestRows.FURTHER_ROW_BYTES);
        assertThat(accumulator.counters().bytesBuffered() - ofTwoRows).isEqualTo(ofOneTable);
    }

    @Test
    void takesNoRowsWhenClosedAndLetsThoseGoThatAreThere() throws InterruptedException {
        append("d1", 1);

        accumulator.close();

        assertThatIllegalStateException().isThrownBy(() -> append("d1", 2)).withMessage("the writer is closed");
        Batch last = accumulator.await(0);
        assertThat(last.rows()).isEqualTo(1);
        accumulator.done(0, last, false, 4);
        assertThat(accumulator.await(0)).isNull();
        assertThat(accumulator.counters()).isEqualTo(new WriterCounters(1, 0, 1, 0, 4, 0));
    }

    @Test
    void countsWhatIsAcknowledged() {
        append("d1", 1);
        append("d1", 2);
        assertThat(accumulator.counters())
                .isEqualTo(
                        new WriterCounters(2, 0, 0, 0, 0, accumulator.counters().bytesBuffered()));
        now.set(LINGER);

        accumulator.done(0, accumulator.poll(0), true, 1);

        assertThat(accumulator.counters()).isEqualTo(new WriterCounters(2, 2, 0, 1, 1, 0));
    }
}
