// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.embedded.EmbeddedTdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.listener.TdengineListenerAutoConfiguration;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.DataType;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.admin.AdminSettings;
import io.tdspring.spring.admin.TdSuperTable;
import io.tdspring.spring.admin.TdTopic;
import io.tdspring.spring.admin.TdengineAdmin;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.core.TdengineOperations;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Super tables and topics that are beans. */
class TdengineAdminAutoConfigurationTest {

    private static final String TOPICS = "SELECT topic_name FROM information_schema.ins_topics";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    EmbeddedTdengineAutoConfiguration.class,
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineAdminAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class))
            .withPropertyValues("tdengine.tmq.auto-offset-reset=earliest", "tdengine.listener.poll-timeout=100ms");

    @Configuration(proxyBeanMethods = false)
    static class Plant {

        @Bean
        TdTopic plantTopic() {
            return TdTopic.ofQuery("t_plant", "SELECT v FROM plant.meters");
        }

        @Bean
        TdSuperTable meters() {
            return TdSuperTable.builder("plant", "meters")
                    .column("ts", DataType.TIMESTAMP)
                    .column("v", DataType.INT)
                    .tag("n", DataType.INT)
                    .build();
        }
    }

    static final class Meters {

        final BlockingQueue<Integer> received = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "meters", topics = "t_plant")
        void meter(int v) {
            received.add(v);
        }
    }

    /** A server that has the database {@code plant}. */
    private static EmbeddedTdengine server(int port) {
        EmbeddedTdengine server = EmbeddedTdengine.builder().port(port).start();
        try (TdengineClient client =
                TdengineClient.builder().endpoints(server.endpoint()).build()) {
            client.execute("CREATE DATABASE plant");
        }
        return server;
    }

    @Test
    void areCreatedBeforeListenersStart() {
        try (EmbeddedTdengine server = server(0)) {
            runner.withUserConfiguration(Plant.class)
                    .withBean(Meters.class, Meters::new)
                    .withPropertyValues(
                            "tdengine.endpoints=" + server.endpoint(), "tdengine.listener.startup-failure-policy=stop")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        context.getBean(TdengineOperations.class)
                                .execute("INSERT INTO plant.m1 USING plant.meters TAGS (1) VALUES (NOW, 7)");

                        assertThat(context.getBean(Meters.class).received.poll(10, TimeUnit.SECONDS))
                                .isEqualTo(7);
                    });
        }
    }

    @Test
    void areCreatedWhenTheServerComesAfterTheApplication() {
        int port;
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            port = server.port();
        }
        runner.withUserConfiguration(Plant.class)
                .withBean(Meters.class, Meters::new)
                .withPropertyValues("tdengine.endpoints=127.0.0.1:" + port)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    try (EmbeddedTdengine server = server(port)) {
                        assertThat(server.port()).isEqualTo(port);
                        TdengineOperations tdengine = context.getBean(TdengineOperations.class);
                        awaitTopic(tdengine);
                        tdengine.execute("INSERT INTO plant.m1 USING plant.meters TAGS (1) VALUES (NOW, 7)");

                        assertThat(context.getBean(Meters.class).received.poll(10, TimeUnit.SECONDS))
                                .isEqualTo(7);
                    }
                });
    }

    private static void awaitTopic(TdengineOperations tdengine) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (tdengine.query(TOPICS, String.class).isEmpty()) {
            assertThat(System.nanoTime()).as("time for a topic").isLessThan(deadline);
        }
    }

    @Test
    void keepTheApplicationFromStartingIfTheyAreToFailFast() {
        runner.withUserConfiguration(Plant.class)
                .withPropertyValues("tdengine.admin.fail-fast=true", "tdengine.endpoints=localhost:1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessage("cannot create super table plant.meters")
                        .hasStackTraceContaining("localhost:1 refused the connection"));
    }

    @Test
    void areLeftAloneIfTheyAreNotToBeCreated() {
        runner.withUserConfiguration(Plant.class)
                .withPropertyValues("tdengine.admin.auto-create=false", "tdengine.embedded.enabled=true")
                .run(context -> assertThat(
                                context.getBean(TdengineOperations.class).query(TOPICS, String.class))
                        .isEmpty());
    }

    @Test
    void giveWayToTheUsersAdmin() {
        runner.withBean("ownAdmin", TdengineAdmin.class, () -> new TdengineAdmin(null, AdminSettings.defaults()))
                .run(context ->
                        assertThat(context).hasSingleBean(TdengineAdmin.class).hasBean("ownAdmin"));
    }

    @Test
    void areAbsentWhenDisabled() {
        runner.withPropertyValues("tdengine.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(TdengineAdmin.class));
    }
}
