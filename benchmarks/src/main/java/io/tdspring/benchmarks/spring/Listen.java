// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.spring;

import io.tdspring.benchmarks.client.Clients;
import io.tdspring.benchmarks.workload.Messages;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.data.Block;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.config.TdTopicListenerEndpoint;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.listener.adapter.ListenerTarget;
import io.tdspring.spring.mapping.TdMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Listens to a topic by a method in a listener container, as it is by default: each message is committed. */
public final class Listen implements Workload {

    private final Rounds rounds;
    private final TdengineClient client;
    private final TdTopicListenerContainer container;

    private Listen(WebSocketEngineType engine, String endpoint, Rounds rounds, Object bean) {
        this.rounds = rounds;
        this.client = Clients.connect(engine, endpoint);
        this.container = new TdTopicListenerContainerFactory(
                        client, new TdMapper(), ListenerDefaults.standard(), Map.of(), DeliveryPolicy.defaults())
                .createContainer(endpoint(bean));
        container.start();
    }

    /** A method that takes each block and reads each of its cells. */
    public static Listen blocks(WebSocketEngineType engine, String endpoint) {
        Rounds rounds = new Rounds();
        return new Listen(engine, endpoint, rounds, new OfBlocks(rounds));
    }

    /** A method that takes a Java record a row. */
    public static Listen records(WebSocketEngineType engine, String endpoint) {
        Rounds rounds = new Rounds();
        return new Listen(engine, endpoint, rounds, new OfRecords(rounds));
    }

    private static TdTopicListenerEndpoint endpoint(Object bean) {
        ListenerTarget target = ListenerTarget.of(
                bean,
                Arrays.stream(bean.getClass().getDeclaredMethods())
                        .filter(method -> method.getName().equals("take"))
                        .findFirst()
                        .orElseThrow());
        return TdTopicListenerEndpoint.builder("bench", List.of(Messages.TOPIC), target)
                .groupId(Messages.GROUP)
                .build();
    }

    record OfBlocks(Rounds rounds) {

        void take(Block block) {
            double sum = 0;
            for (int row = 0; row < block.rows(); row++) {
                sum += block.longAt(0, row) & 0xffff;
                sum += block.floatAt(1, row);
                sum += block.intAt(2, row);
                sum += block.floatAt(3, row);
            }
            rounds.add(block.rows(), sum);
        }
    }

    record OfRecords(Rounds rounds) {

        void take(Measurement row) {
            rounds.add(1, row.sum());
        }
    }

    @Override
    public Work run() {
        return rounds.run();
    }

    @Override
    public void close() {
        rounds.end();
        container.stop();
        client.close();
    }
}
