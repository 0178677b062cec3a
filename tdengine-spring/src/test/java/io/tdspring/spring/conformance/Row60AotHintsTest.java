// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.Row;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicHandler;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.mapping.TdTable;
import io.tdspring.spring.mapping.TdTimestamp;
import io.tdspring.spring.test.MockMessage;
import io.tdspring.spring.test.MockTmqConsumer;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.messaging.Message;

/** What a context with listeners needs when it is processed ahead of time: hints for a native image, and code that runs. */
class Row60AotHintsTest {

    /** Payloads in all their forms; public, since code that is made ahead of time names the beans. */
    public enum State {
        ON,
        OFF
    }

    record Single(int v, State state) {}

    record Wrapped(int v) {}

    record Listed(int v) {}

    record Messaged(int v) {}

    record Handled(int v) {}

    public static class Meters {

        public static final BlockingQueue<Integer> CALLS = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "single", topics = "t")
        void single(Single row) {
            CALLS.add(row.v());
        }

        @TdTopicListener(id = "wrapped", topics = "t", autoStartup = "false")
        void wrapped(TdRecord<Wrapped> row) {}

        @TdTopicListener(id = "listed", topics = "t", batch = "true", autoStartup = "false")
        void listed(List<Listed> rows) {}

        @TdTopicListener(id = "messaged", topics = "t", autoStartup = "false")
        void messaged(Message<Messaged> row) {}
    }

    @TdTopicListener(id = "handlers", topics = "t", autoStartup = "false")
    public static class Handlers {

        @TdTopicHandler
        void handled(Handled row) {}
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTdTopic
    public static class Listening {

        static final MockTmqConsumer CONSUMER = new MockTmqConsumer();

        @Bean
        public TdTopicListenerContainerFactory tdTopicListenerContainerFactory() {
            return new TdTopicListenerContainerFactory(
                    options -> CONSUMER,
                    new TdMapper(),
                    ListenerDefaults.standard(),
                    Map.of(),
                    DeliveryPolicy.defaults());
        }

        @Bean
        public Meters meters() {
            return new Meters();
        }

        @Bean
        public Handlers handlers() {
            return new Handlers();
        }
    }

    private static AheadOfTime processed() {
        return AheadOfTime.process(Listening.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {Single.class, Wrapped.class, Listed.class, Messaged.class, Handled.class})
    void keepsWhatTheMapperNeedsOfAPayload(Class<?> payload) throws Exception {
        assertThat(processed().hints()).satisfies(hints -> assertBinds(hints, payload));
    }

    private static void assertBinds(RuntimeHints hints, Class<?> type) throws NoSuchMethodException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        assertThat(reflection().onConstructorInvocation(type.getDeclaredConstructor(types)))
                .accepts(hints);
        for (RecordComponent component : components) {
            assertThat(reflection().onMethodInvocation(component.getAccessor())).accepts(hints);
        }
    }

    @Test
    void keepsTheListenerMethods() {
        RuntimeHints hints = processed().hints();

        Stream.of("single", "wrapped", "listed", "messaged")
                .forEach(method -> assertThat(reflection().onMethodInvocation(Meters.class, method))
                        .accepts(hints));
        assertThat(reflection().onMethodInvocation(Handlers.class, "handled")).accepts(hints);
        assertThat(reflection().onType(State.class)).accepts(hints);
    }

    @TdTable(superTable = "meters")
    record Written(@TdTimestamp Instant ts, double current) {}

    @Test
    void keepsRecordsThatAreWrittenWhereTheyAreScanned() throws Exception {
        RuntimeHints hints = new RuntimeHints();

        new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, Written.class);

        assertBinds(hints, Written.class);
    }

    @Test
    void keepsWhatTheMapperLooksUpByName() throws Exception {
        RuntimeHints hints = new RuntimeHints();
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class)
                .forEach(registrar -> registrar.registerHints(hints, getClass().getClassLoader()));

        assertThat(reflection().onMethodInvocation(Row.class.getMethod("getDouble", int.class)))
                .accepts(hints);
        assertThat(reflection().onMethodInvocation("io.tdspring.spring.mapping.CellReader", "read"))
                .accepts(hints);
    }

    @Test
    void runsAListenerOfAContextThatWasMadeAheadOfTime(@TempDir Path classes) throws Exception {
        TopicVgroup vgroup = new TopicVgroup("t", 2);
        Listening.CONSUMER.addVgroup(vgroup);
        Listening.CONSUMER.add(MockMessage.of(vgroup, 0)
                .table("d1", Column.of("v", DataType.INT), Column.of("state", DataType.VARCHAR, 3))
                .row(42, "ON")
                .build());
        GenericApplicationContext context = new GenericApplicationContext();
        processed().compile(classes).initialize(context);

        try (context) {
            context.refresh();

            assertThat(Meters.CALLS.poll(10, TimeUnit.SECONDS)).isEqualTo(42);
            assertThat(Listening.CONSUMER.awaitCommit(vgroup, 1, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }
}
