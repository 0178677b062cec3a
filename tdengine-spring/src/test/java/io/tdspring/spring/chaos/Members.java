// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.chaos;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.OffsetReset;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.spring.listener.ConsumerFactory;
import io.tdspring.spring.listener.ContainerSettings;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.springframework.util.backoff.FixedBackOff;

/** The containers of one group, and what becomes of them. Confined to one thread. */
final class Members {

    private static final int CONTAINERS = 3;
    private static final int CONCURRENCY = 2;

    private final TdengineClient client;
    private final GroupLedger ledger;
    private final List<Member> members;

    Members(TdengineClient client, GroupLedger ledger) {
        this.client = client;
        this.ledger = ledger;
        this.members = IntStream.range(0, CONTAINERS)
                .mapToObj(number -> new Member("member" + number))
                .toList();
    }

    /** A container, and the consumers that it has made. */
    private final class Member implements ConsumerFactory {

        private final Queue<TmqConsumer> consumers = new ConcurrentLinkedQueue<>();
        private final TdTopicListenerContainer container;

        Member(String id) {
            FixedBackOff soon = new FixedBackOff(20, Long.MAX_VALUE);
            container = new TdTopicListenerContainer(
                    ContainerSettings.builder(id, List.of(GroupChaosTest.TOPIC))
                            .concurrency(CONCURRENCY)
                            .pollTimeout(Duration.ofMillis(200))
                            .shutdownTimeout(Duration.ofSeconds(10))
                            .build(),
                    this,
                    (message, firstRow, context) -> handle(message),
                    new DeliveryPolicy(ErrorHandler.retryForever(), soon, Duration.ofSeconds(30), soon),
                    true);
        }

        private void handle(TmqMessage message) {
            ledger.handled(message);
        }

        @Override
        public TmqConsumer create(String clientId) {
            TmqConsumer consumer = new WatchedConsumer(
                    client.newConsumer(ConsumerOptions.builder(groupId())
                            .clientId(clientId)
                            .autoOffsetReset(OffsetReset.EARLIEST)
                            .build()),
                    ledger);
            consumers.add(consumer);
            return consumer;
        }

        @Override
        public String groupId() {
            return "chaos";
        }

        /** Ends as a process would that is killed: nothing of what is in hand is committed. */
        void kill() {
            consumers.forEach(TmqConsumer::close);
            consumers.clear();
            container.stop();
        }
    }

    void start() {
        members.forEach(member -> member.container.start());
    }

    /** Lets something happen to one of them. */
    void disturb(Random random) {
        Member member = members.get(random.nextInt(members.size()));
        switch (random.nextInt(5)) {
            case 0 -> member.kill();
            case 1 -> member.container.stop();
            case 2 -> member.container.pause();
            case 3 -> member.container.resume();
            default -> member.container.start();
        }
    }

    void recover() {
        members.forEach(member -> {
            member.container.start();
            member.container.resume();
        });
    }

    void stop() {
        members.forEach(member -> member.container.stop());
    }
}
