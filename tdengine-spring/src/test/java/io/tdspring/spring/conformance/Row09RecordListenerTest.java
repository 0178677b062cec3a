// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.listener.ListenerFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Row09RecordListenerTest {

    private final Plant plant = new Plant();

    record Value(int v) {}

    static final class Plant {

        final List<Integer> calls = new ArrayList<>();

        void row(Value value) {
            calls.add(value.v());
            if (value.v() == 3) {
                throw new IllegalStateException("three");
            }
        }
    }

    @Test
    void callsTheMethodForEachRowOfAllBlocksInTheirOrder() {
        handOn(Handover.to(plant).record("row"), message(block("d1", "v", 1, 2), block("d2", "v", 4, 5)));

        assertThat(plant.calls).containsExactly(1, 2, 4, 5);
    }

    @Test
    void saysAtWhichRowOfTheMessageItFailed() {
        List<ListenerFailedException> failures =
                handOn(Handover.to(plant).record("row"), message(block("d1", "v", 1, 2), block("d2", "v", 3, 4)));

        assertThat(plant.calls).containsExactly(1, 2, 3, 4);
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.failedRow()).isEqualTo(2);
            assertThat(failure.nextRow()).isEqualTo(3);
            assertThat(failure).hasRootCauseMessage("three");
        });
    }
}
