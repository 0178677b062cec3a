// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.error.TdConversionException;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.PoisonRowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Row28PoisonRowTest {

    private final Plant plant = new Plant();

    /** Takes no NULL. */
    record Value(int v) {}

    static final class Plant {

        final List<Object> calls = new ArrayList<>();

        void row(Value value) {
            calls.add(value.v());
        }

        void rows(List<Value> values) {
            calls.add(values.stream().map(Value::v).toList());
        }
    }

    private static void assertPoison(ListenerFailedException failure, int row, int next, Map<String, ?> raw) {
        assertThat(failure.failedRow()).isEqualTo(row);
        assertThat(failure.nextRow()).isEqualTo(next);
        assertThat(failure)
                .cause()
                .asInstanceOf(throwable(PoisonRowException.class))
                .satisfies(poison -> assertThat(poison.row()).isEqualTo(raw))
                .hasCauseInstanceOf(TdConversionException.class);
    }

    @Test
    void failsAloneAndTellsItsValuesAsTheyArrived() {
        TmqMessage message = message(block("d1", "v", 1, null, 3));

        List<ListenerFailedException> failures = handOn(Handover.to(plant).record("row"), message);

        assertThat(plant.calls).containsExactly(1, 3);
        assertThat(failures).hasSize(1);
        assertPoison(failures.get(0), 1, 2, singletonMap("v", null));
    }

    @Test
    void partsABatchWhoseOtherRowsAreAllHandedOnOnce() {
        TmqMessage message = message(block("d1", "v", 1, 2, null, 4), block("d2", "v", 5, null));

        List<ListenerFailedException> failures = handOn(Handover.to(plant).batch("rows"), message);

        assertThat(plant.calls).containsExactly(List.of(1, 2), List.of(4, 5));
        assertThat(failures).hasSize(2);
        assertPoison(failures.get(0), 2, 3, singletonMap("v", null));
        assertPoison(failures.get(1), 5, 6, singletonMap("v", null));
    }

    @Test
    void failsOnceForAllRowsWhoseColumnsDoNotFit() {
        TmqMessage message =
                message(block("d1", "v", 1), block("e1", "w", 20, 21), block("e2", "w", 22), block("d2", "v", 5));

        List<ListenerFailedException> failures = handOn(Handover.to(plant).record("row"), message);
        assertThat(plant.calls).containsExactly(1, 5);
        assertThat(failures).hasSize(1);
        assertPoison(failures.get(0), 1, 4, Map.of("w", 20));

        plant.calls.clear();
        assertThat(handOn(Handover.to(plant).batch("rows"), message)).hasSize(1);
        assertThat(plant.calls).containsExactly(List.of(1), List.of(5));
    }

    @Test
    void tellsNoValueInItsMessage() {
        List<ListenerFailedException> failures =
                handOn(Handover.to(plant).record("row"), message(block("d1", "w", 4711)));

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasStackTraceContaining("no column v")
                        .extracting(Throwable::getCause)
                        .satisfies(cause -> assertThat(cause.getMessage()).doesNotContain("4711")));
    }
}
