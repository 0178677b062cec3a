// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.error.TdConversionException;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.listener.error.ContainerStoppingErrorHandler;
import io.tdspring.spring.listener.error.DelegatingErrorHandler;
import io.tdspring.spring.listener.error.LoggingErrorHandler;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stop, logging and delegating handlers. */
class Row23StandardHandlersTest {

    private final FailingPlant plant = new FailingPlant();

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void stopsTheContainerWithTheMessageUncommitted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ErrorHandler stopping = new ContainerStoppingErrorHandler();
        plant.meters.fails = value -> value == 2;
        TdTopicListenerContainer container = plant.start(failure -> {
            asked.countDown();
            return stopping.onFailure(failure);
        });
        plant.insert(1, 2, 3);

        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        plant.meters.awaitEndOfItsThread();
        assertThat(container.isRunning()).isFalse();
        assertThat(container.stopReason()).hasValueSatisfying(reason -> {
            assertThat(reason.text()).contains("meters", "error handler");
            assertThat(reason.cause()).hasRootCauseMessage("cannot take 2");
        });
        container.stop();
        assertThat(container.isRunning()).isFalse();
        assertThat(plant.meters.calls).containsExactly(1, 2);
        assertThat(plant.committed()).isEmpty();

        plant.meters.calls.clear();
        plant.meters.fails = value -> false;
        container.start();
        assertThat(plant.meters.next()).isEqualTo(1);
        assertThat(plant.meters.next()).isEqualTo(2);
        assertThat(plant.meters.next()).isEqualTo(3);
    }

    @Test
    void goesOnBehindARowThatIsOnlyLogged() throws Exception {
        plant.meters.fails = value -> value == 2;
        plant.start(new LoggingErrorHandler());
        plant.insert(1, 2, 3);

        assertThat(plant.meters.next()).isEqualTo(1);
        assertThat(plant.meters.next()).isEqualTo(2);
        assertThat(plant.meters.next()).isEqualTo(3);
        plant.stop();
        assertThat(plant.meters.calls).isEmpty();
        assertThat(plant.committed()).isPresent();
    }

    @Test
    void leavesEachFailureToTheHandlerOfItsKind() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        plant.meters.fails = value -> value == 2 && failures.getAndDecrement() > 0;
        plant.start(new DelegatingErrorHandler(
                ErrorHandler.retryForever(), Map.of(TdConversionException.class, new LoggingErrorHandler())));
        plant.insert("NULL", 2, 3);

        assertThat(plant.meters.next()).isEqualTo(2);
        assertThat(plant.meters.next()).isEqualTo(2);
        assertThat(plant.meters.next()).isEqualTo(2);
        assertThat(plant.meters.next()).isEqualTo(3);
    }
}
