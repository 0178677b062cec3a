// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.listener.adapter.ListenerIdentity;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.support.TdHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Headers;
import org.springframework.messaging.handler.annotation.Payload;

class Row32ArgumentsTest {

    private final Plant plant = new Plant();
    private final InvocationSettings settings =
            InvocationSettings.of(new TdMapper()).withIdentity(new ListenerIdentity("plant", "group", "north"));

    record Value(int v) {}

    static final class Plant {

        final List<Object> calls = new ArrayList<>();

        void headers(
                @Header(TdHeaders.TOPIC) String topic,
                @Payload Value value,
                @Header(TdHeaders.DATABASE) String database,
                @Header(TdHeaders.VGROUP) int vgroup,
                @Header(name = TdHeaders.OFFSET) String offset,
                @Header(TdHeaders.TABLE_NAME) Optional<String> table,
                @Header(TdHeaders.LISTENER_INFO) String info,
                @Header(TdHeaders.GROUP_ID) String group,
                TmqMessage message) {
            calls.addAll(List.of(topic, value, database, vgroup, offset, table, info, group, message.endOffset()));
        }

        void table(
                int value,
                @Header(name = TdHeaders.TABLE_NAME, required = false) String table,
                @Header(name = TdHeaders.TABLE_NAME, defaultValue = "none") String fallback) {
            calls.add(value + " " + table + " " + fallback);
        }

        void required(int value, @Header(TdHeaders.TABLE_NAME) String table) {
            calls.add(table);
        }

        void all(@Headers Map<String, Object> headers, Value value, MessageHeaders same) {
            calls.add(headers);
            calls.add(same);
        }

        void message(Message<Value> message) {
            calls.add(message.getPayload());
            calls.add(message.getHeaders().get(TdHeaders.TABLE_NAME));
        }

        void batch(Message<List<Value>> message) {
            calls.add(message.getPayload());
            calls.add(message.getHeaders().get(TdHeaders.TABLE_NAME, String.class));
        }

        void unknown(Value value, @Header("td_topik") String topic) {}

        void expression(@Payload("v") Value value) {}
    }

    @Test
    void takesHeadersBesideItsPayload() {
        handOn(Handover.to(plant, settings).record("headers"), message(block("d1", "v", 42)));

        assertThat(plant.calls)
                .containsExactly("t", new Value(42), "db", 2, "7", Optional.of("d1"), "north", "group", 8L);
    }

    @Test
    void takesAHeaderThatMayBeMissing() {
        handOn(Handover.to(plant).record("table"), message(block(null, "v", 1), block("d1", "v", 2)));

        assertThat(plant.calls).containsExactly("1 null none", "2 d1 d1");
    }

    @Test
    void failsAtTheRowWhoseRequiredHeaderIsMissing() {
        assertThat(handOn(Handover.to(plant).record("required"), message(block("d1", "v", 1), block(null, "v", 2))))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.failedRow()).isEqualTo(1);
                    assertThat(failure).hasStackTraceContaining("td_tableName is missing");
                });
        assertThat(plant.calls).containsExactly("d1");
    }

    @Test
    void takesAllHeadersTogether() {
        handOn(Handover.to(plant, settings).record("all"), message(block("d1", "v", 1)));

        assertThat(plant.calls)
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers)
                        .asInstanceOf(map(String.class, Object.class))
                        .contains(
                                entry("td_topic", "t"),
                                entry("td_database", "db"),
                                entry("td_vgroup", 2),
                                entry("td_offset", 7L),
                                entry("td_tableName", "d1"),
                                entry("td_listenerId", "plant"),
                                entry("td_listenerInfo", "north"),
                                entry("td_groupId", "group"))
                        .doesNotContainKeys("id", "timestamp"));
    }

    @Test
    void takesMessagesOfOneRowOrOfAll() {
        handOn(Handover.to(plant).record("message"), message(block("d1", "v", 1)));
        handOn(Handover.to(plant).batch("batch"), message(block("d1", "v", 2, 3)));

        assertThat(plant.calls).containsExactly(new Value(1), "d1", List.of(new Value(2), new Value(3)), null);
    }

    @Test
    void refusesAHeaderThatDoesNotExist() {
        assertThatThrownBy(() -> Handover.to(plant).record("unknown"))
                .hasMessageContaining("td_topik")
                .hasMessageContaining("td_topic,");
    }

    @Test
    void refusesAnExpressionOnThePayload() {
        assertThatThrownBy(() -> Handover.to(plant).record("expression")).hasMessageContaining("expression");
    }
}
