// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineTemplateAutoConfiguration;
import io.tdspring.boot.autoconfigure.listener.TdengineListenerAutoConfiguration;
import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import io.tdspring.spring.event.ListenerEvent;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.listener.error.ContainerStoppingErrorHandler;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

class TdTopicListenerHealthTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class,
                    TdTopicListenerHealthContributorAutoConfiguration.class))
            .withPropertyValues(
                    "tdengine.endpoints=" + server.endpoint(),
                    "tdengine.tmq.auto-offset-reset=earliest",
                    "tdengine.listener.poll-timeout=100ms")
            .withUserConfiguration(Meters.class, Events.class);

    static final class Meters {

        @TdTopicListener(id = "meters", topics = "t_meters")
        void meter(int v) {
            if (v < 0) {
                throw new IllegalStateException("below zero");
            }
        }
    }

    static final class Events {

        final BlockingQueue<ListenerEvent> events = new LinkedBlockingQueue<>();

        @EventListener
        void happened(ListenerEvent event) {
            events.add(event);
        }

        void await(Class<? extends ListenerEvent> type) throws InterruptedException {
            ListenerEvent event;
            do {
                event = events.poll(10, TimeUnit.SECONDS);
                assertThat(event).as("an event of %s", type).isNotNull();
            } while (!type.isInstance(event));
        }
    }

    @BeforeEach
    void createTopic() {
        try (TdengineClient client = client()) {
            client.execute("CREATE DATABASE meters");
            client.execute("CREATE TABLE meters.m (ts TIMESTAMP, v INT)");
            client.execute("CREATE TOPIC t_meters AS SELECT v FROM meters.m");
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    private TdengineClient client() {
        return TdengineClient.builder().endpoints(server.endpoint()).build();
    }

    private static Health health(AssertableApplicationContext context) {
        return context.getBean("tdtopiclistenerHealthContributor", HealthIndicator.class)
                .health();
    }

    private static TdTopicListenerContainer container(AssertableApplicationContext context) {
        return context.getBean(TdTopicListenerEndpointRegistry.class)
                .getListenerContainer("meters")
                .orElseThrow();
    }

    @Test
    void isUpWithListenersThatRun() {
        runner.run(context -> {
            context.getBean(Events.class).await(ListenerEvent.Assigned.class);

            Health health = health(context);

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails().get("meters"))
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsAllEntriesOf(Map.of("state", "running", "gaps", 0L));
        });
    }

    @Test
    void tellsTheLagOfEachVgroup() {
        runner.withPropertyValues("tdengine.listener.idle-event-interval=1ms").run(context -> {
            // Told at the end of a turn, when the lag has been measured.
            context.getBean(Events.class).await(ListenerEvent.Idle.class);
            Map<String, Long> lags = container(context).assigned().stream()
                    .collect(Collectors.toMap(vgroup -> "t_meters/" + vgroup.vgroupId(), vgroup -> 0L));

            assertThat(health(context).getDetails().get("meters"))
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsEntry("lag", 0L)
                    .containsEntry("lags", lags);
        });
    }

    @Test
    void isOutOfServiceWithAListenerThatPauses() {
        runner.run(context -> {
            context.getBean(Events.class).await(ListenerEvent.Assigned.class);
            container(context).pause();

            assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            container(context).resume();
        });
    }

    @Test
    void isDownWithAListenerThatHasEndedByItselfAndSaysWhy() {
        runner.withBean(
                        DeliveryPolicy.class,
                        () -> DeliveryPolicy.defaults().withErrorHandler(new ContainerStoppingErrorHandler()))
                .run(context -> {
                    context.getBean(TdengineClient.class).execute("INSERT INTO meters.m VALUES (NOW, -1)");
                    context.getBean(Events.class).await(ListenerEvent.Stopped.class);

                    Health health = health(context);

                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails().get("meters"))
                            .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                            .containsEntry("reason", "meters-0 was stopped by its error handler");
                });
    }

    @Test
    void isDownWithAListenerThatMayNotLogInAndSaysSo() {
        String wrong = "wr0ng-of-the-test";
        runner.withPropertyValues("tdengine.password=" + wrong).run(context -> {
            context.getBean(Events.class).await(ListenerEvent.Stopped.class);

            Health health = health(context);

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().toString())
                    .contains("meters-0 may not log in: [0x0357]")
                    .doesNotContain(wrong);
        });
    }

    @Test
    void isDownWhileAListenerHasNoConnection() {
        server.close();

        runner.run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
    }

    @Test
    void isAbsentWhenDisabled() {
        runner.withPropertyValues("management.health.tdtopiclistener.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("tdtopiclistenerHealthContributor"));
    }
}
