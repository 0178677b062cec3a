// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.fault.ArmedFault;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.spring.conformance.PlantServer.Reading;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that breaks costs no message, whether its server is back at once or after a while. */
class Row44ReconnectTest {

    private final PlantServer plant = new PlantServer();
    private final Meters meters = new Meters();
    private TdTopicListenerContainer container;

    static final class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
        final Semaphore permits = new Semaphore(1_000);

        void reading(Reading reading) throws InterruptedException {
            calls.add(reading.v());
            permits.acquire();
        }

        int next() throws InterruptedException {
            Integer call = calls.poll(20, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    @AfterEach
    void close() {
        meters.permits.release(1_000);
        plant.close();
    }

    private void start() {
        container = plant.start(Handover.to(meters).record("reading"), settings -> settings);
    }

    private void handle(int value) throws InterruptedException {
        plant.insert(value);
        assertThat(meters.next()).isEqualTo(value);
    }

    /** What was handled last comes again if its commit was under way. */
    private void expectBehindRepetitions(int value) throws InterruptedException {
        int next = meters.next();
        while (next < value) {
            next = meters.next();
        }
        assertThat(next).isEqualTo(value);
    }

    @Test
    void goesOnBehindWhatIsCommittedWhenTheServerIsBack() throws Exception {
        start();
        handle(1);
        handle(2);

        plant.server.faults().refuseConnections();
        plant.server.faults().cutConnections();
        assertThatThrownBy(() -> plant.insert(99)).isInstanceOf(TdengineConnectionException.class);
        assertThat(container.isRunning()).isTrue();
        plant.server.faults().clear();

        plant.insert(3);
        expectBehindRepetitions(3);
    }

    @Test
    void handsTheMessageOnAgainWhoseCommitWasLost() throws Exception {
        meters.permits.drainPermits();
        start();
        handle(1);
        meters.permits.release();
        handle(2);

        plant.server.faults().cutConnections();
        meters.permits.release(1_000);

        assertThat(meters.next()).isEqualTo(2);
        handle(3);
        assertThat(meters.calls).isEmpty();
    }

    @Test
    void doesNotMissWhatIsWrittenWhileAPollIsCut() throws Exception {
        start();
        handle(1);

        for (int value = 2; value <= 6; value++) {
            ArmedFault cut = plant.server.faults().add(FaultRule.once(Occasion.action("poll"), Fault.cutAfter()));
            plant.insert(value);
            expectBehindRepetitions(value);
            cut.disarm();
        }
    }

    @Test
    void handsOnWhatWasWrittenWhileTheServerWasAwayToAGroupOfTheLatestThatHadReadNothing() throws Exception {
        container = plant.start(
                Handover.to(meters).record("reading"), settings -> settings, Map.of("auto.offset.reset", "latest"));
        ListenerContainers.waitForAssignment(container, 1);
        CountDownLatch comesBack = new CountDownLatch(1);
        Occasion subscription = arrival -> {
            boolean isOne = arrival.action().equals("subscribe");
            if (isOne) {
                comesBack.countDown();
            }
            return isOne;
        };
        plant.server.faults().add(FaultRule.always(subscription, Fault.error(0x03ea, "not ready")));
        plant.server.faults().cutConnections();
        assertThat(comesBack.await(20, TimeUnit.SECONDS)).isTrue();

        plant.insert(1);
        plant.server.faults().clear();

        assertThat(meters.next()).isEqualTo(1);
    }
}
