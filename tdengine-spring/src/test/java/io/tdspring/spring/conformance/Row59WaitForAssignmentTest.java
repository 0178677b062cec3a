// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Row59WaitForAssignmentTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();
    private final CountDownLatch received = new CountDownLatch(1);
    private TdTopicListenerContainer container;

    @BeforeEach
    void makeContainer() {
        client.execute("CREATE DATABASE plant VGROUPS 2");
        client.execute("CREATE STABLE plant.st (ts TIMESTAMP, v INT) TAGS (n INT)");
        client.execute("CREATE TOPIC t_plant AS SELECT v FROM plant.st");
        container = new TdTopicListenerContainer(
                ContainerSettings.builder("plant", List.of("t_plant"))
                        .pollTimeout(Duration.ofMillis(100))
                        .build(),
                clientId -> client.newConsumer(
                        ConsumerOptions.builder("g_plant").clientId(clientId).build()),
                (message, firstRow, context) -> received.countDown(),
                DeliveryPolicy.defaults(),
                true);
    }

    @AfterEach
    void close() {
        container.stop();
        client.close();
        server.close();
    }

    @Test
    void letsAListenerOfTheLatestGetWhatIsWrittenBehind() throws Exception {
        container.start();
        ListenerContainers.waitForAssignment(container, 2);
        assertThat(container.assigned()).hasSize(2);

        client.execute("INSERT INTO plant.c1 USING plant.st TAGS (1) VALUES (NOW, 1)");

        assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();
        container.stop();
        assertThat(container.assigned()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ListenerContainers.waitForAssignment(container, 2, Duration.ofMillis(1)))
                .withMessageContaining("plant")
                .withMessageContaining("not 2 vgroups");
    }
}
