// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.cluster.EndpointState;
import io.tdspring.client.cluster.EndpointStatus;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.ArmedFault;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.error.TdengineConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client of two servers does when the one it uses fails. */
class OutageTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final EmbeddedTdengine first = EmbeddedTdengine.builder().start();
    private final EmbeddedTdengine second = EmbeddedTdengine.builder().start();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TdengineClient client = TdengineClient.builder()
            .endpoints(first.endpoint(), second.endpoint())
            .endpointOrder(EndpointOrder.AS_GIVEN)
            .pingInterval(Duration.ofMillis(200))
            .pingTimeout(Duration.ofMillis(300))
            .build();

    @AfterEach
    void close() {
        client.close();
        threads.shutdownNow();
        first.close();
        second.close();
    }

    /** Returns when so many of four statements have met the fault. */
    private List<Future<?>> statementsUnderWay(Fault fault, int hits) throws InterruptedException {
        ArmedFault armed = first.faults().add(FaultRule.always(Occasion.action("binary_query"), fault));
        List<Future<?>> statements = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statements.add(threads.submit(() -> client.query("select 1").close()));
        }
        assertThat(armed.awaitHits(hits, LONG)).isTrue();
        return statements;
    }

    @Test
    void aCutFailsWhatIsUnderWayAndTheNextCallGoesElsewhere() throws Exception {
        client.ping();
        assertThat(client.endpoint()).isEqualTo(first.endpoint());
        List<Future<?>> statements = statementsUnderWay(Fault.delay(Duration.ofMinutes(1)), 4);

        first.faults().cutConnections();

        for (Future<?> statement : statements) {
            assertFailed(statement);
        }
        client.ping();
        assertThat(client.endpoint()).isEqualTo(second.endpoint());
    }

    @Test
    void givesUpASilentServerAndGoesElsewhere() throws Exception {
        client.ping();
        List<Future<?>> statements = statementsUnderWay(Fault.freeze(), 1);

        assertFailed(statements.get(0));

        client.ping();
        assertThat(client.endpoint()).isEqualTo(second.endpoint());
        assertThat(client.status().endpoints())
                .extracting(EndpointStatus::connections)
                .containsExactly(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWithoutAServerThatIsGone(TransportType transport) {
        try (TdengineClient either = TdengineClient.builder()
                .transport(transport)
                .endpoints(first.endpoint(), second.endpoint())
                .endpointOrder(EndpointOrder.AS_GIVEN)
                .build()) {
            goesOnWithoutAServerThatIsGone(either);
        }
    }

    private void goesOnWithoutAServerThatIsGone(TdengineClient either) {
        either.ping();
        first.close();

        boolean reached = false;
        for (int attempt = 0; attempt < 3 && !reached; attempt++) {
            try {
                either.ping();
                reached = true;
            } catch (TdengineConnectionException e) {
                assertThat(e).hasMessageContaining(first.endpoint());
            }
        }

        assertThat(reached).isTrue();
        assertThat(either.endpoint()).isEqualTo(second.endpoint());
        assertThat(either.status().endpoints().get(0).state()).isNotEqualTo(EndpointState.UP);
    }

    @Test
    void leavesNoThreadAndNoSocketBehind() throws Exception {
        client.ping();
        first.faults().refuseConnections();
        first.faults().cutConnections();
        try (TdengineSession session = client.newSession().open()) {
            session.ping();
        }

        client.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("tdengine-connect")
                    || thread.getName().startsWith("tdengine-upkeep")) {
                thread.join(LONG.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(client.status().connections()).isZero();
        assertThat(client.status().endpoints())
                .extracting(EndpointStatus::connections)
                .containsExactly(0, 0);
    }

    private static void assertFailed(Future<?> statement) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> statement.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(TdengineConnectionException.class);
    }
}
