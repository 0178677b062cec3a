// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.error.DefaultErrorHandler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.FixedBackOff;

/** Error handler: back-off, classification, recoverer; the time a message is held. */
class Row22ErrorHandlerTest {

    private final FailingPlant plant = new FailingPlant();
    private final BlockingQueue<FailedDelivery> recovered = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void triesARowAgainByItsBackOffThenRecoversItAndGoesOn() throws Exception {
        plant.meters.fails = value -> value == 2;
        plant.start(DefaultErrorHandler.builder()
                .backOff(new FixedBackOff(10, 2))
                .recoverer(recovered::add)
                .build());
        plant.insert(1, 2, 3);

        assertThat(plant.meters.next()).isEqualTo(1);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        assertThat(plant.meters.next()).isEqualTo(3);
        assertThat(recovered).singleElement().satisfies(failure -> {
            assertThat(failure.listenerId()).isEqualTo("meters");
            assertThat(failure.groupId()).isEqualTo("g_plant");
            assertThat(failure.attempt()).isEqualTo(3);
            assertThat(failure.row().getInt("v")).isEqualTo(2);
            assertThat(failure.cause()).hasMessage("cannot take 2");
        });
    }

    @Test
    void recoversAtOnceWhatNoAttemptCanMend() throws Exception {
        plant.start(DefaultErrorHandler.builder()
                .backOff(new FixedBackOff(60_000, 5))
                .recoverer(recovered::add)
                .build());
        plant.insert(1, "NULL", 3);

        assertThat(plant.meters.next()).isEqualTo(1);
        assertThat(plant.meters.next()).isEqualTo(3);
        assertThat(recovered)
                .singleElement()
                .satisfies(failure -> assertThat(failure.attempt()).isEqualTo(1));
    }

    @Test
    void keepsTheRowWhileItsRecovererFails() throws Exception {
        BlockingQueue<FailedDelivery> refused = new LinkedBlockingQueue<>();
        plant.meters.fails = value -> value == 2;
        plant.start(DefaultErrorHandler.builder()
                .backOff(new FixedBackOff(10, 0))
                .recoverer(failure -> {
                    if (refused.size() < 2) {
                        refused.add(failure);
                        throw new IllegalStateException("full");
                    }
                    recovered.add(failure);
                })
                .build());
        plant.insert(2);
        plant.insert(3);

        assertThat(recovered.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(refused).hasSize(2);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        assertThat(plant.meters.next()).isEqualTo(3);
    }

    @Test
    void neverGivesARowUpByDefault() throws Exception {
        plant.meters.fails = value -> value == 2;
        plant.start(
                DefaultErrorHandler.builder().backOff(new FixedBackOff(1, 3)).build());
        plant.insert(2);

        for (int attempt = 1; attempt <= 20; attempt++) {
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        plant.stop();
        assertThat(plant.committed()).isEmpty();
    }

    @Test
    void warnsAtStartIfAMessageIsHeldLongerThanTheGroupsPatience() {
        Logger logger = (Logger) LoggerFactory.getLogger(TdTopicListenerContainerFactory.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            plant.start(DeliveryPolicy.defaults(), Map.of("max.poll.interval.ms", "60000"));
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("Listener meters", "up to PT2M", "max.poll.interval.ms is 60000");
        });
    }

    @Test
    void objectsToAHoldThatOutlivesTheGroupsPatience() {
        DeliveryPolicy policy = new DeliveryPolicy(
                ErrorHandler.retryForever(), FailingPlant.SOON, Duration.ofMinutes(6), FailingPlant.SOON);

        assertThat(policy.objection(Duration.ofMinutes(5)))
                .hasValueSatisfying(text -> assertThat(text).contains("PT6M", "max.poll.interval.ms is 300000"));
        assertThat(policy.objection(Duration.ofMinutes(7))).isEmpty();
    }
}
