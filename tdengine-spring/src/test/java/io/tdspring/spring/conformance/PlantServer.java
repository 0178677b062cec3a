// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.MessageListener;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;

/** A server with the topic {@code t_plant} of integers, and containers of the group {@code g_plant} on it. */
final class PlantServer implements AutoCloseable {

    final EmbeddedTdengine server;
    final TdengineClient client;
    /** The containers' consumers, in the order in which they were made. */
    final BlockingQueue<TmqConsumer> consumers = new LinkedBlockingQueue<>();

    private final List<TdTopicListenerContainer> containers = new ArrayList<>();

    PlantServer() {
        this(1, UnaryOperator.identity());
    }

    PlantServer(int vgroups, UnaryOperator<EmbeddedTdengine.Builder> builder) {
        server = builder.apply(EmbeddedTdengine.builder()).start();
        client = TdengineClient.builder().endpoints(server.endpoint()).build();
        client.execute("CREATE DATABASE plant VGROUPS " + vgroups);
        client.execute("CREATE STABLE plant.st (ts TIMESTAMP, v INT) TAGS (n INT)");
        client.execute("CREATE TOPIC t_plant AS SELECT v FROM plant.st");
    }

    /** A payload. */
    record Reading(int v) {}

    /** Writes a value; those that are written before one has been handled may come in one message. */
    void insert(int value) {
        int table = value % 8;
        client.execute("INSERT INTO plant.c" + table + " USING plant.st TAGS (" + table + ") VALUES ("
                + (1_800_000_000_000L + value) + ", " + value + ")");
    }

    TdTopicListenerContainer start(MessageListener listener, UnaryOperator<ContainerSettings.Builder> settings) {
        return start(listener, settings, Map.of());
    }

    TdTopicListenerContainer start(
            MessageListener listener,
            UnaryOperator<ContainerSettings.Builder> settings,
            Map<String, String> properties) {
        TdTopicListenerContainer container = new TdTopicListenerContainer(
                settings.apply(ContainerSettings.builder("plant", List.of("t_plant"))
                                .pollTimeout(Duration.ofMillis(200)))
                        .build(),
                clientId -> consumer(clientId, properties),
                listener,
                new DeliveryPolicy(
                        ErrorHandler.retryForever(), FailingPlant.SOON, Duration.ofSeconds(30), FailingPlant.SOON),
                true);
        containers.add(container);
        container.start();
        return container;
    }

    TmqConsumer consumer(String clientId, Map<String, String> properties) {
        ConsumerOptions.Builder options =
                ConsumerOptions.builder("g_plant").clientId(clientId).autoOffsetReset(OffsetReset.EARLIEST);
        properties.forEach(options::config);
        TmqConsumer consumer = client.newConsumer(options.build());
        consumers.add(consumer);
        return consumer;
    }

    /** Ends a container as if its process had died: none of its messages reaches the server any more. */
    void crash(TdTopicListenerContainer container) {
        server.faults().refuseConnections();
        server.faults().cutConnections();
        container.stop();
        server.faults().clear();
    }

    @Override
    public void close() {
        server.faults().clear();
        containers.forEach(TdTopicListenerContainer::stop);
        client.close();
        server.close();
    }
}
