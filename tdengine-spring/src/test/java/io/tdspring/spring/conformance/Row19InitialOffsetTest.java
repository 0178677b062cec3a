// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.spring.conformance.PlantServer.Reading;
import io.tdspring.spring.listener.InitialOffset;
import io.tdspring.spring.listener.TdTopicListenerContainer;
import io.tdspring.spring.test.ListenerContainers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A container begins at a border of each vgroup's log, whatever its group has committed; once a start. */
class Row19InitialOffsetTest {

    private final PlantServer plant = new PlantServer();
    private final Meters meters = new Meters();

    static final class Meters {

        final BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();

        void reading(Reading reading) {
            calls.add(reading.v());
        }
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private TdTopicListenerContainer start(InitialOffset offset) {
        return plant.start(Handover.to(meters).record("reading"), settings -> settings.initialOffset(offset));
    }

    private void expect(int... values) throws InterruptedException {
        for (int value : values) {
            assertThat(meters.calls.poll(20, TimeUnit.SECONDS)).isEqualTo(value);
        }
    }

    private void handledBefore() throws InterruptedException {
        TdTopicListenerContainer container = start(InitialOffset.COMMITTED);
        for (int value = 1; value <= 2; value++) {
            plant.insert(value);
            expect(value);
        }
        container.stop();
    }

    @Test
    void goesOnWhereTheGroupHasCommitted() throws Exception {
        handledBefore();
        start(InitialOffset.COMMITTED);

        plant.insert(3);

        expect(3);
    }

    @Test
    void beginsAtTheOldestMessage() throws Exception {
        handledBefore();

        start(InitialOffset.EARLIEST);

        expect(1, 2);
    }

    @Test
    void beginsBehindTheNewestMessage() throws Exception {
        plant.insert(1);
        TdTopicListenerContainer container = start(InitialOffset.LATEST);
        ListenerContainers.waitForAssignment(container, 1);

        plant.insert(2);

        expect(2);
    }

    @Test
    void goesOnWhereItWasWhenItsConnectionBreaks() throws Exception {
        handledBefore();
        start(InitialOffset.EARLIEST);
        expect(1, 2);
        plant.insert(3);
        expect(3);

        plant.server.faults().add(FaultRule.once(Occasion.action("poll"), Fault.cutAfter()));
        plant.insert(4);

        int next = meters.calls.poll(20, TimeUnit.SECONDS);
        // What was handled last may not have been committed.
        assertThat(next == 3 ? meters.calls.poll(20, TimeUnit.SECONDS) : Integer.valueOf(next))
                .isEqualTo(4);
    }
}
