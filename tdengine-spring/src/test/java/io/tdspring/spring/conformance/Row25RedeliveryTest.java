// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.error.DefaultErrorHandler;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.FixedBackOff;

/** Attempts across polls, by seeking back. */
class Row25RedeliveryTest {

    private final FailingPlant plant = new FailingPlant();
    private final BlockingQueue<FailedDelivery> recovered = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void hasTheServerDeliverTheMessageAgainAndCountsOn() throws Exception {
        plant.meters.fails = value -> value == 2;
        plant.start(DefaultErrorHandler.builder()
                .backOff(new FixedBackOff(10, 2))
                .recoverer(recovered::add)
                .redeliver()
                .build());
        plant.insert(1, 2, 3);
        plant.insert(4);

        for (int delivery = 1; delivery <= 3; delivery++) {
            assertThat(plant.meters.next()).isEqualTo(1);
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        assertThat(plant.meters.next()).isEqualTo(3);
        assertThat(plant.meters.next()).isEqualTo(4);
        assertThat(recovered).extracting(FailedDelivery::attempt).containsExactly(3);
    }

    @Test
    void endsAlsoForAMessageThatCouldNotBeHeldAsLongAsItsBackOff() throws Exception {
        plant.meters.fails = value -> value == 2;
        plant.start(new DeliveryPolicy(
                DefaultErrorHandler.builder()
                        .backOff(new FixedBackOff(3_600_000, 2))
                        .recoverer(recovered::add)
                        .build(),
                FailingPlant.SOON,
                Duration.ofMillis(10),
                FailingPlant.SOON));
        plant.insert(1, 2, 3);

        for (int delivery = 1; delivery <= 3; delivery++) {
            assertThat(plant.meters.next()).isEqualTo(1);
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        assertThat(plant.meters.next()).isEqualTo(3);
        assertThat(recovered).extracting(FailedDelivery::attempt).containsExactly(3);
    }
}
