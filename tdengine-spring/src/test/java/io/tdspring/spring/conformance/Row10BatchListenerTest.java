// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Block;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.listener.TdRecords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Row10BatchListenerTest {

    private final Plant plant = new Plant();
    private final TmqMessage message = message(block("d1", "v", 1, 2), block(null, "v"), block("d2", "v", 3));

    record Value(int v) {}

    static final class Plant {

        final List<Object> calls = new ArrayList<>();

        void values(List<Value> values) {
            calls.add(values.stream().map(Value::v).toList());
        }

        void scalars(List<Integer> values) {
            calls.add(values);
        }

        void wrapped(List<TdRecord<Integer>> values) {
            calls.addAll(values);
        }

        void records(TdRecords<Integer> rows) {
            calls.add(rows.values());
            rows.forEach(row -> calls.add(row.tableName()));
        }

        void tableBlock(TableBlock rows) {
            calls.add(rows.tableName() + " " + rows.block().intAt(0, 0));
        }

        void block(Block rows) {
            calls.add(rows.rows());
            if (rows.rows() == 2) {
                throw new IllegalStateException("two");
            }
        }

        void message(TmqMessage whole) {
            calls.add(whole.rows());
        }

        void messages(List<TmqMessage> messages) {}

        void row(Value value) {
            calls.add(value);
        }
    }

    @Test
    void takesTheRowsOfAMessageAsAList() {
        handOn(Handover.to(plant).batch("values"), message);
        handOn(Handover.to(plant).batch("scalars"), message);

        assertThat(plant.calls).containsExactly(List.of(1, 2, 3), List.of(1, 2, 3));
    }

    @Test
    void takesTheRowsWithTheirTables() {
        handOn(Handover.to(plant).batch("records"), message);
        assertThat(plant.calls).containsExactly(List.of(1, 2, 3), "d1", "d1", "d2");

        plant.calls.clear();
        handOn(Handover.to(plant).batch("wrapped"), message);
        assertThat(plant.calls)
                .containsExactly(
                        new TdRecord<>(1, "t", "db", 2, 7, "d1"),
                        new TdRecord<>(2, "t", "db", 2, 7, "d1"),
                        new TdRecord<>(3, "t", "db", 2, 7, "d2"));
    }

    @Test
    void takesOneBlockACallWithItsTableOrWithout() {
        handOn(Handover.to(plant).record("tableBlock"), message);

        assertThat(plant.calls).containsExactly("d1 1", "d2 3");
    }

    @Test
    void countsTheRowsOfABlockThatFailed() {
        List<ListenerFailedException> failures = handOn(Handover.to(plant).batch("block"), message);

        assertThat(plant.calls).containsExactly(2, 1);
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.failedRow()).isZero();
            assertThat(failure.nextRow()).isEqualTo(2);
        });
    }

    @Test
    void takesAWholeMessage() {
        handOn(Handover.to(plant).record("message"), message);

        assertThat(plant.calls).containsExactly(3);
    }

    @Test
    void doesNotCallTheMethodWithNoRows() {
        handOn(Handover.to(plant).batch("values"), message());

        assertThat(plant.calls).isEmpty();
    }

    @Test
    void refusesAListOfMessages() {
        Handover handover = Handover.to(plant);

        assertThatThrownBy(() -> handover.batch("messages")).hasMessageContaining("one at a time");
    }

    @Test
    void refusesAMethodThatTakesOneRow() {
        Handover handover = Handover.to(plant);

        assertThatThrownBy(() -> handover.batch("row")).hasMessageContaining("must take a List of rows");
    }
}
