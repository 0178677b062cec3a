// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.boot.autoconfigure.health.TdengineHealthContributorAutoConfiguration;
import io.tdspring.boot.autoconfigure.listener.TdengineListenerAutoConfiguration;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.core.TdengineOperations;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application that starts before its server, loses it and gets it back, and needs nobody's help in all of it. */
class ServerOutageTest {

    private static final String PASSWORD = "s3cret-of-the-test";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TdengineAutoConfiguration.class,
                    TdengineTemplateAutoConfiguration.class,
                    TdengineListenerAutoConfiguration.class,
                    TdengineHealthContributorAutoConfiguration.class))
            .withPropertyValues(
                    "tdengine.password=" + PASSWORD,
                    "tdengine.tmq.auto-offset-reset=earliest",
                    "tdengine.listener.poll-timeout=200ms");

    static final class Meters {

        final BlockingQueue<Integer> received = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "meters", topics = "t_meters")
        void meter(int v) {
            received.add(v);
        }
    }

    private static EmbeddedTdengine startServer(int port) {
        return EmbeddedTdengine.builder().port(port).user("root", PASSWORD).start();
    }

    @Test
    void startsWithoutAServerAndRecoversByItselfWhenThereIsOne() {
        int port = freePort();

        runner.withBean(Meters.class, Meters::new)
                .withPropertyValues("tdengine.endpoints=127.0.0.1:" + port)
                .run(context -> {
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);
                    Meters meters = context.getBean(Meters.class);

                    long asked = System.nanoTime();
                    Health down = indicator.health(true);
                    Duration answered = Duration.ofNanos(System.nanoTime() - asked);

                    assertThat(down.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(answered).isLessThan(Duration.ofSeconds(2));
                    assertThat(down.getDetails().toString())
                            .contains("127.0.0.1:" + port + " refused the connection")
                            .doesNotContain(PASSWORD);

                    try (EmbeddedTdengine server = startServer(port)) {
                        assertThat(server.port()).isEqualTo(port);
                        TdengineOperations tdengine = context.getBean(TdengineOperations.class);
                        createMeters(tdengine);
                        tdengine.execute("INSERT INTO plant.d1 VALUES (now, 42)");

                        assertThat(meters.received.poll(5, TimeUnit.SECONDS)).isEqualTo(42);
                        assertThat(indicator.health(true).getStatus()).isEqualTo(Status.UP);
                    }
                });
    }

    @Test
    void losesItsServerAndGoesOnWithTheNextOne() throws Exception {
        int port = freePort();
        EmbeddedTdengine first = startServer(port);

        runner.withBean(Meters.class, Meters::new)
                .withPropertyValues("tdengine.endpoints=127.0.0.1:" + port)
                .run(context -> {
                    TdengineOperations tdengine = context.getBean(TdengineOperations.class);
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);
                    Meters meters = context.getBean(Meters.class);
                    createMeters(tdengine);
                    tdengine.execute("INSERT INTO plant.d1 VALUES (now, 1)");
                    assertThat(meters.received.poll(10, TimeUnit.SECONDS)).isEqualTo(1);

                    first.close();
                    assertThat(indicator.health(true).getStatus()).isEqualTo(Status.DOWN);

                    try (EmbeddedTdengine second = startServer(port)) {
                        assertThat(second.port()).isEqualTo(port);
                        createMeters(tdengine);
                        tdengine.execute("INSERT INTO plant.d1 VALUES (now, 2)");

                        assertThat(meters.received.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
                        assertThat(indicator.health(true).getStatus()).isEqualTo(Status.UP);
                    }
                });
    }

    private static void createMeters(TdengineOperations tdengine) {
        tdengine.execute("CREATE DATABASE plant");
        tdengine.execute("CREATE TABLE plant.d1 (ts TIMESTAMP, v INT)");
        tdengine.execute("CREATE TOPIC t_meters AS SELECT v FROM plant.d1");
    }

    /** A port that was free a moment ago. */
    private static int freePort() {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            return server.port();
        }
    }
}
