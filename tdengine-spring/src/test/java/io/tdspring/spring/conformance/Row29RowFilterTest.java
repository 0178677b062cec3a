// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Block;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Row29RowFilterTest {

    private final Plant plant = new Plant();

    record Value(int v) {}

    static final class Plant {

        final List<Object> calls = new ArrayList<>();

        void row(Value value) {
            calls.add(value.v());
        }

        void rows(List<Value> values) {
            calls.add(values.stream().map(Value::v).toList());
        }

        void block(Block rows) {
            calls.add(rows);
        }
    }

    private Handover filteredBy(RowFilter filter) {
        return Handover.to(plant, InvocationSettings.of(new TdMapper()).withFilter(filter));
    }

    private static boolean isOdd(TdRecord<?> row) {
        return row.value() instanceof Value value && value.v() % 2 == 1;
    }

    @Test
    void countsTheRowsAsHandledThatItDoesNotAccept() {
        Handover odd = filteredBy(Row29RowFilterTest::isOdd);

        assertThat(handOn(odd.record("row"), message(block("d1", "v", 1, 2, 3))))
                .isEmpty();
        assertThat(handOn(odd.batch("rows"), message(block("d1", "v", 1, 2, 3))))
                .isEmpty();

        assertThat(plant.calls).containsExactly(1, 3, List.of(1, 3));
    }

    @Test
    void doesNotCallABatchListenerWithNothing() {
        assertThat(handOn(filteredBy(row -> false).batch("rows"), message(block("d1", "v", 1, 2))))
                .isEmpty();

        assertThat(plant.calls).isEmpty();
    }

    @Test
    void seesWhereARowComesFrom() {
        RowFilter second = row -> "d2".equals(row.tableName()) && row.topic().equals("t") && row.offset() == 7;

        handOn(filteredBy(second).record("row"), message(block("d1", "v", 1), block("d2", "v", 2)));

        assertThat(plant.calls).containsExactly(2);
    }

    @Test
    void failsAtTheRowAtWhichItThrows() {
        RowFilter failing = row -> {
            if (!isOdd(row)) {
                throw new IllegalStateException("even");
            }
            return true;
        };

        List<ListenerFailedException> failures =
                handOn(filteredBy(failing).record("row"), message(block("d1", "v", 1, 2, 3)));

        assertThat(plant.calls).containsExactly(1, 3);
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.failedRow()).isEqualTo(1);
            assertThat(failure).hasRootCauseMessage("even");
        });
    }

    @Test
    void isRefusedForAMethodThatTakesNoRows() {
        Handover all = filteredBy(row -> true);

        assertThatThrownBy(() -> all.record("block")).hasMessageContaining("takes no rows");
    }
}
