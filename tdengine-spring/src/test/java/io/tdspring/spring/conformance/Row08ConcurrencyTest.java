// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.MonitorPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class Row08ConcurrencyTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();
    private final Warnings warnings = new Warnings();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.tdspring.spring.listener.SpareConsumers");

    /** Takes what is logged from the monitor's thread. */
    private static final class Warnings extends AppenderBase<ILoggingEvent> {

        final BlockingQueue<ILoggingEvent> all = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            all.add(event);
        }
    }

    @BeforeEach
    void createTopic() {
        warnings.start();
        logger.addAppender(warnings);
        client.execute("CREATE DATABASE plant VGROUPS 2");
        client.execute("CREATE STABLE plant.st (ts TIMESTAMP, v INT) TAGS (n INT)");
        client.execute("CREATE TOPIC t_plant AS SELECT v FROM plant.st");
    }

    @AfterEach
    void close() {
        logger.detachAppender(warnings);
        client.close();
        server.close();
    }

    private TdTopicListenerContainer container(int concurrency) {
        return new TdTopicListenerContainer(
                ContainerSettings.builder("plant", List.of("t_plant"))
                        .concurrency(concurrency)
                        .pollTimeout(Duration.ofMillis(50))
                        .monitor(new MonitorPolicy(Duration.ofMillis(100), 3))
                        .build(),
                clientId -> client.newConsumer(
                        ConsumerOptions.builder("g_plant").clientId(clientId).build()),
                (message, firstRow, context) -> {},
                DeliveryPolicy.defaults(),
                true);
    }

    @Test
    void warnsOncePerStartOfConsumersThatGetNothing() throws Exception {
        TdTopicListenerContainer container = container(3);
        for (int start = 1; start <= 2; start++) {
            container.start();
            ListenerContainers.waitForAssignment(container, 2);

            ILoggingEvent warning = warnings.all.poll(20, TimeUnit.SECONDS);
            container.stop();

            assertThat(warning).as("a warning").isNotNull();
            assertThat(warning.getLevel()).isEqualTo(Level.WARN);
            // Two, if it was told before the vgroups had been shared out.
            assertThat(warning.getFormattedMessage())
                    .matches("Listener plant has 3 consumers, of which \\[plant-.(, plant-.)?] get nothing.*");
            assertThat(warnings.all).isEmpty();
        }
    }
}
