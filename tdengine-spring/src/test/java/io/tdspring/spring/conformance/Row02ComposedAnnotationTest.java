// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.TdTopicHandler;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.conformance.MockedListeners.Reading;
import io.tdspring.spring.listener.AckMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AliasFor;

/** Annotations of a project's own that stand for the listener's. */
class Row02ComposedAnnotationTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @TdTopicListener(topics = "${plant.topic}", ackMode = "record", concurrency = "2")
    @interface PlantListener {

        @AliasFor(annotation = TdTopicListener.class, attribute = "id")
        String value();

        @AliasFor(annotation = TdTopicListener.class, attribute = "concurrency")
        String consumers() default "2";
    }

    @Retention(RetentionPolicy.RUNTIME)
    @PlantListener("second-level")
    @interface SecondLevel {}

    @Retention(RetentionPolicy.RUNTIME)
    @TdTopicHandler(isDefault = true)
    @interface TakesTheRest {}

    static class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @PlantListener(value = "composed", consumers = "1")
        void composed(Reading reading) {
            calls.add(reading.v());
        }

        @SecondLevel
        void secondLevel(Reading reading) {
            calls.add(reading.v());
        }

        @PlantListener("beside")
        @TdTopicListener(id = "plain", topics = "other")
        void both(Reading reading) {
            calls.add(reading.v());
        }
    }

    @PlantListener("handlers")
    static class Handlers {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        @TakesTheRest
        void rest(Map<String, Object> row) {
            calls.add((Integer) row.get("v"));
        }
    }

    private static MockedListeners run() {
        return MockedListeners.of(settings -> settings, Map.of("plant.topic", "t_plant"))
                .with(Meters.class, Handlers.class);
    }

    @Test
    void takesWhatTheComposedAnnotationSaysAndWhatItsUserOverrides() throws Exception {
        try (MockedListeners listeners = run()) {
            assertThat(listeners.container("composed").settings().topics()).containsExactly("t_plant");
            assertThat(listeners.container("composed").settings().concurrency()).isEqualTo(1);
            assertThat(listeners.container("composed").settings().acks().mode()).isEqualTo(AckMode.RECORD);
            assertThat(listeners.container("second-level").settings().concurrency())
                    .isEqualTo(2);

            listeners.deliver("composed-0", "t_plant", 5);

            assertThat(listeners.context.getBean(Meters.class).calls.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(5);
        }
    }

    @Test
    void standsBesideAPlainOne() {
        try (MockedListeners listeners = run()) {
            assertThat(listeners.container("beside").settings().topics()).containsExactly("t_plant");
            assertThat(listeners.container("plain").settings().topics()).containsExactly("other");
        }
    }

    @Test
    void marksClassesAndTheirHandlersToo() throws Exception {
        try (MockedListeners listeners = run()) {
            listeners.deliver("handlers-1", "t_plant", 6);

            assertThat(listeners.context.getBean(Handlers.class).calls.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(6);
        }
    }
}
