// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.tdspring.spring.listener.InvalidPayloadException;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.PoisonRowException;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;

class Row33ValidationTest {

    private final Plant plant = new Plant();
    private final Handover validated =
            Handover.to(plant, InvocationSettings.of(new TdMapper()).withValidator(new Positive()));

    record Value(int v) {}

    private static final class Positive implements Validator {

        @Override
        public boolean supports(Class<?> type) {
            return type == Value.class;
        }

        @Override
        public void validate(Object target, Errors errors) {
            if (((Value) target).v() <= 0) {
                errors.rejectValue("v", "positive", "must be positive, not " + errors.getFieldValue("v"));
            }
        }
    }

    static final class Plant {

        final List<Object> calls = new ArrayList<>();

        void row(@Validated @Payload Value value) {
            calls.add(value.v());
        }

        void rows(@Validated List<Value> values) {
            calls.add(values.stream().map(Value::v).toList());
        }

        void unchecked(Value value) {
            calls.add(value.v());
        }

        void number(@Validated int value) {
            calls.add(value);
        }
    }

    @Test
    void doesNotHandOnAnInvalidPayload() {
        List<ListenerFailedException> failures =
                handOn(validated.record("row"), message(block("d1", "v", 1, -4711, 3)));

        assertThat(plant.calls).containsExactly(1, 3);
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.failedRow()).isEqualTo(1);
            assertThat(failure)
                    .cause()
                    .asInstanceOf(throwable(PoisonRowException.class))
                    .satisfies(poison -> assertThat(poison.row()).isEqualTo(Map.of("v", -4711)))
                    .cause()
                    .asInstanceOf(throwable(InvalidPayloadException.class))
                    .satisfies(invalid -> {
                        assertThat(invalid).hasMessageContaining("v (positive)");
                        assertThat(invalid.getMessage()).doesNotContain("4711");
                        assertThat(invalid.errors().getFieldErrors("v")).hasSize(1);
                    });
        });
    }

    @Test
    void checksEachRowOfABatch() {
        assertThat(handOn(validated.batch("rows"), message(block("d1", "v", 1, 2, 0, 4))))
                .hasSize(1);

        assertThat(plant.calls).containsExactly(List.of(1, 2), List.of(4));
    }

    @Test
    void checksOnlyWhatSaysSo() {
        assertThat(handOn(validated.record("unchecked"), message(block("d1", "v", 0))))
                .isEmpty();

        assertThat(plant.calls).containsExactly(0);
    }

    @Test
    void refusesAMethodWhosePayloadNobodyCanValidate() {
        assertThatThrownBy(() -> Handover.to(plant).record("row")).hasMessageContaining("no validator for");
        assertThatThrownBy(() -> validated.record("number")).hasMessageContaining("no validator for int");
    }
}
