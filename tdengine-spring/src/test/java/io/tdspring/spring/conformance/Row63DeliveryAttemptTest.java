// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.ScriptedConsumer;
import io.tdspring.spring.mapping.TdMapper;
import io.tdspring.spring.support.TdHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.util.backoff.FixedBackOff;

class Row63DeliveryAttemptTest {

    /** Fails at the value 3 until it has come three times. */
    @EnableTdTopic
    static class Plant {

        final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

        @TdTopicListener(id = "plant", topics = "t")
        void row(int value, @Header(TdHeaders.DELIVERY_ATTEMPT) int attempt) {
            calls.add(value + "/" + attempt);
            if (value == 3 && attempt < 3) {
                throw new IllegalStateException("three");
            }
        }
    }

    private static List<String> calls(Duration holdTime, int expected) throws InterruptedException {
        ScriptedConsumer consumer = new ScriptedConsumer();
        FixedBackOff soon = new FixedBackOff(1, FixedBackOff.UNLIMITED_ATTEMPTS);
        DeliveryPolicy policy = new DeliveryPolicy(ErrorHandler.retryForever(), soon, holdTime, soon);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    "tdTopicListenerContainerFactory",
                    TdTopicListenerContainerFactory.class,
                    () -> new TdTopicListenerContainerFactory(
                            options -> consumer, new TdMapper(), ListenerDefaults.standard(), Map.of(), policy));
            context.register(Plant.class);
            context.refresh();
            consumer.deliver(message(0, 1, 3, 4));
            List<String> calls = new ArrayList<>();
            for (int i = 0; i < expected; i++) {
                calls.add(context.getBean(Plant.class).calls.poll(10, TimeUnit.SECONDS));
            }
            return calls;
        }
    }

    @Test
    void countsTheAttemptsAtEachRow() throws Exception {
        assertThat(calls(Duration.ofSeconds(30), 5)).containsExactly("1/1", "3/1", "3/2", "3/3", "4/1");
    }

    @Test
    void countsOnWhenTheServerDeliversTheMessageAgain() throws Exception {
        assertThat(calls(Duration.ZERO, 7)).containsExactly("1/1", "3/1", "1/1", "3/2", "1/1", "3/3", "4/1");
    }
}
