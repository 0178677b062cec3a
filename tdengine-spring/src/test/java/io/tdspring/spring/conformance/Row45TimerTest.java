// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static io.tdspring.spring.listener.ScriptedConsumer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.observation.ListenerTimers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Row45TimerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Plant plant = new Plant();
    private final Listening listening =
            new Listening().with(plant).factory(factory -> factory.withDecorator(new ListenerTimers(meters)));

    static final class Plant {

        private final CountDownLatch last = new CountDownLatch(1);
        private boolean hasFailed;

        @TdTopicListener(id = "plant", topics = "t")
        void on(int value) {
            if (value == 2 && !hasFailed) {
                hasFailed = true;
                throw new IllegalStateException("the first attempt");
            }
            if (value == 3) {
                last.countDown();
            }
        }
    }

    @AfterEach
    void close() {
        listening.close();
    }

    @Test
    void countsEachAttemptByItsResult() throws Exception {
        listening.consumer("plant-0").deliver(message(0, 1));
        listening.consumer("plant-0").deliver(message(1, 2));
        listening.consumer("plant-0").deliver(message(2, 3));

        listening.start();
        assertThat(plant.last.await(30, TimeUnit.SECONDS)).isTrue();
        listening.container("plant").stop();

        assertThat(timer("success", "none").count()).isEqualTo(3);
        assertThat(timer("failure", "IllegalStateException").count()).isEqualTo(1);
        assertThat(meters.find("tdengine.listener").timers()).hasSize(2);
    }

    private Timer timer(String result, String exception) {
        return meters.get("tdengine.listener")
                .tag("listener.id", "plant")
                .tag("result", result)
                .tag("exception", exception)
                .timer();
    }
}
