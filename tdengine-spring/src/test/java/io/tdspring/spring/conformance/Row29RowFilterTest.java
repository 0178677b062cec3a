// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.conformance.Handover.block;
import static io.tdspring.spring.conformance.Handover.handOn;
import static io.tdspring.spring.conformance.Handover.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.data.Block;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;

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

    @EnableTdTopic
    static class Annotated {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @Bean
        RowFilter odd() {
            return Row29RowFilterTest::isOdd;
        }

        @TdTopicListener(id = "odd", topics = "t", filter = "${filter:odd}")
        void row(Value value) {
            calls.add(value.v());
        }
    }

    @Test
    void isTakenByItsNameOnTheAnnotation() throws Exception {
        ScriptedConsumer consumer = new ScriptedConsumer();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    "tdTopicListenerContainerFactory",
                    TdTopicListenerContainerFactory.class,
                    () -> new TdTopicListenerContainerFactory(
                                    options -> consumer,
                                    new TdMapper(),
                                    ListenerDefaults.standard(),
                                    Map.of(),
                                    DeliveryPolicy.defaults())
                            .withInvocation(
                                    InvocationSettings.of(new TdMapper()).withFilter(row -> false)));
            context.register(Annotated.class);
            context.refresh();
            consumer.deliver(ScriptedConsumer.message(0, 2, 3));
            consumer.deliver(ScriptedConsumer.message(1, 4, 5));

            Annotated listener = context.getBean(Annotated.class);
            assertThat(listener.calls.poll(10, TimeUnit.SECONDS)).isEqualTo(3);
            assertThat(listener.calls.poll(10, TimeUnit.SECONDS)).isEqualTo(5);
        }
        assertThat(consumer.committed).endsWith(2L);
    }

    @Test
    void isRefusedForAMethodThatTakesNoRows() {
        Handover all = filteredBy(row -> true);

        assertThatThrownBy(() -> all.record("block")).hasMessageContaining("takes no rows");
    }
}
