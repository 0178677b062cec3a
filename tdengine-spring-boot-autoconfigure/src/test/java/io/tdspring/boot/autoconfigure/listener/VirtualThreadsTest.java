// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineTemplateAutoConfiguration;
import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ContainerCustomizer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VirtualThreadsTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class))
            .withPropertyValues(
                    "tdengine.endpoints=" + server.endpoint(),
                    "tdengine.tmq.auto-offset-reset=earliest",
                    "tdengine.listener.poll-timeout=100ms")
            .withBean(Meters.class);

    static final class Meters {

        final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        final BlockingQueue<String> names = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "meters", topics = "t_meters")
        void meter(int v) {
            names.add(Thread.currentThread().getName());
            threads.add(Thread.currentThread());
        }

        Thread next() throws InterruptedException {
            Thread thread = threads.poll(20, TimeUnit.SECONDS);
            assertThat(thread).as("a call of the listener").isNotNull();
            return thread;
        }
    }

    @BeforeEach
    void createTopic() {
        try (TdengineClient client =
                TdengineClient.builder().endpoints(server.endpoint()).build()) {
            client.execute("CREATE DATABASE meters");
            client.execute("CREATE TABLE meters.m (ts TIMESTAMP, v INT)");
            client.execute("CREATE TOPIC t_meters AS SELECT v FROM meters.m");
            client.execute("INSERT INTO meters.m VALUES (NOW, 1)");
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** {@code Thread.isVirtual()}, which Java 17 does not have. */
    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return (Boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void runListenersIfTheyAreEnabled() {
        runner.withPropertyValues("spring.threads.virtual.enabled=true").run(context -> {
            Meters meters = context.getBean(Meters.class);

            assertThat(isVirtual(meters.next())).isTrue();
            assertThat(meters.names.poll()).isEqualTo("meters-0");
        });
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void giveWayToAnExecutorOfTheApplication() {
        runner.withPropertyValues("spring.threads.virtual.enabled=true")
                .withBean(
                        ContainerCustomizer.class,
                        () -> (endpoint, settings) -> settings.executor(task -> new Thread(task).start()))
                .run(context -> assertThat(
                                isVirtual(context.getBean(Meters.class).next()))
                        .isFalse());
    }

    @Test
    void areNotTakenUnlessTheyAreEnabled() {
        runner.run(context -> {
            Meters meters = context.getBean(Meters.class);

            assertThat(meters.next().isDaemon())
                    .as("daemon, as virtual threads are")
                    .isFalse();
            assertThat(meters.names.poll()).isEqualTo("meters-0");
        });
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void areNotTakenBeforeJava21() {
        runner.withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> assertThat(context.getBean(Meters.class).next().isDaemon())
                        .isFalse());
    }
}
