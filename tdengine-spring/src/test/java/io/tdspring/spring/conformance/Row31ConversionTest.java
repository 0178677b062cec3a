// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.data.Row;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.mapping.TdTableName;
import io.tdspring.spring.mapping.TdTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Row31ConversionTest {

    private final Plant plant = new Plant();

    record Named(int v, @TdTableName String table) {}

    record Tagged(int v, @TdTag String site) {}

    record Site(@TdTag int v) {}

    static final class Bean {}

    static final class Plant {

        final List<Object> calls = new ArrayList<>();

        void record(Named value) {
            calls.add(value);
        }

        void map(Map<String, Object> value) {
            calls.add(value);
        }

        void scalar(long value) {
            calls.add(value);
        }

        void row(Row value) {
            calls.add(value.getInt("v"));
        }

        void wrappedMap(TdRecord<Map<String, Object>> value) {
            calls.add(value);
        }

        void tagged(Tagged value) {
            calls.add(value);
        }

        void site(Site value) {
            calls.add(value);
        }

        void bean(Bean value) {
            calls.add(value);
        }
    }

    @Test
    void readsRecordsWithTheTableMapsScalarsAndRows() {
        for (String method : List.of("record", "map", "scalar", "row", "wrappedMap")) {
            handOn(Handover.to(plant).record(method), message(block("d1", "v", 42)));
        }

        assertThat(plant.calls)
                .containsExactly(
                        new Named(42, "d1"),
                        Map.of("v", 42),
                        42L,
                        42,
                        new TdRecord<>(Map.of("v", 42), "t", "db", 2, 7, "d1"));
    }

    @Test
    void saysWhyATagIsMissing() {
        assertThat(handOn(Handover.to(plant).record("tagged"), message(block("d1", "v", 42))))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasStackTraceContaining("no column site")
                        .hasStackTraceContaining("carries no tags: select them in the topic's query"));
    }

    @Test
    void readsATagThatTheTopicSelects() {
        handOn(Handover.to(plant).record("site"), message(block(null, "v", 42)));

        assertThat(plant.calls).containsExactly(new Site(42));
    }

    @Test
    void refusesBeans() {
        assertThat(handOn(Handover.to(plant).record("bean"), message(block("d1", "v", 42))))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("not beans"));
    }
}
