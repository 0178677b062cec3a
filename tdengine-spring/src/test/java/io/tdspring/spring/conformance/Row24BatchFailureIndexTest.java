// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.listener.BatchListenerFailedException;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class Row24BatchFailureIndexTest {

    private final Plant plant = new Plant();
    private final TmqMessage message = message(block("d1", "v", 1, 2, 3, 4));

    static final class Plant {

        final List<Object> calls = new ArrayList<>();
        int index;

        void named(List<Integer> values) {
            calls.add(values);
            int at = values.indexOf(3);
            if (at >= 0) {
                RuntimeException cause = new IllegalStateException("three");
                throw new IllegalStateException(new BatchListenerFailedException("at three", cause, at + index));
            }
        }

        void unnamed(List<Integer> values) {
            calls.add(values);
            throw new IllegalStateException("somewhere");
        }
    }

    @Test
    void goesOnFromTheRowThatTheListenerNamed() {
        MessageListener listener = Handover.to(plant).batch("named");

        List<ListenerFailedException> failures = handOn(listener, message);

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.failedRow()).isEqualTo(2);
            assertThat(failure.nextRow()).isEqualTo(3);
        });
        assertThat(plant.calls).containsExactly(List.of(1, 2, 3, 4), List.of(4));

        plant.calls.clear();
        assertThat(failures.get(0)).isNotNull();
        assertThat(catchFailure(listener, 2).failedRow()).isEqualTo(2);
        assertThat(plant.calls).containsExactly(List.of(3, 4));
    }

    private ListenerFailedException catchFailure(MessageListener listener, int first) {
        try {
            handOn(listener, message, first);
        } catch (ListenerFailedException e) {
            return e;
        }
        throw new AssertionError("the listener did not fail");
    }

    @Test
    void countsTheRowsThatAFilterHasTakenOut() {
        InvocationSettings even = InvocationSettings.of(new TdMapper())
                .withFilter(row -> !row.value().equals(2));
        MessageListener listener = Handover.to(plant, even).batch("named");

        assertThat(catchFailure(listener, 0).failedRow()).isEqualTo(2);
        assertThat(plant.calls).containsExactly(List.of(1, 3, 4));
    }

    @Test
    void failsAsAWholeIfTheListenerNamesNoRow() {
        List<ListenerFailedException> failures = handOn(Handover.to(plant).batch("unnamed"), message);

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.failedRow()).isZero();
            assertThat(failure.nextRow()).isEqualTo(4);
        });
    }

    @Test
    void failsOnlyTheRowsThatTheFilterHasLeft() {
        InvocationSettings odd = InvocationSettings.of(new TdMapper())
                .withFilter(row -> !row.value().equals(2) && !row.value().equals(4));

        List<ListenerFailedException> failures = handOn(Handover.to(plant, odd).batch("unnamed"), message);

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.rows()).containsExactly(0, 2);
            assertThat(failure.nextRow()).isEqualTo(4);
        });
    }

    static final class Filtered {

        @TdTopicListener(id = "odd", topics = "t", type = "batch", filter = "odd", errorHandler = "notes")
        void reading(List<Integer> values) {
            if (!values.isEmpty()) {
                throw new IllegalStateException("fails");
            }
        }
    }

    @Test
    void tellsTheErrorHandlerOnlyTheRowsThatTheFilterHasLeft() throws Exception {
        BlockingQueue<FailedDelivery> failures = new LinkedBlockingQueue<>();
        ErrorHandler notes = failure -> {
            failures.add(failure);
            return ErrorHandler.Decision.SKIP;
        };
        RowFilter odd = row -> !row.value().equals(2) && !row.value().equals(4);
        try (Listening application = new Listening()
                .with("odd", odd)
                .with("notes", notes)
                .with(new Filtered())
                .start()) {
            application.consumer("odd-0").deliver(message);

            assertThat(failures.poll(10, TimeUnit.SECONDS).rows()).containsExactly(0, 2);
        }
    }

    @Test
    void failsAsAWholeIfTheListenerNamesARowThatDoesNotExist() {
        plant.index = 9;

        assertThat(catchFailure(Handover.to(plant).batch("named"), 0).nextRow()).isEqualTo(4);
    }
}
