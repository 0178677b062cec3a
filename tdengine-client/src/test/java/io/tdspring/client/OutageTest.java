// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.cluster.EndpointState;
import io.tdspring.client.cluster.EndpointStatus;
import io.tdspring.client.stmt.TdStatement;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.writer.TdengineWriter;
import io.tdspring.client.writer.WriterOptions;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.ArmedFault;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.TdengineTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    /** The pings, which find out in the end, are far away. */
    private TdengineClientBuilder hasty() {
        return TdengineClient.builder()
                .endpoints(first.endpoint(), second.endpoint())
                .endpointOrder(EndpointOrder.AS_GIVEN)
                .requestTimeout(Duration.ofSeconds(2))
                .pingInterval(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @EnumSource
    void aStatementAfterATimeoutGoesElsewhere(TransportType transport) throws Exception {
        try (TdengineClient hasty = hasty().transport(transport).build()) {
            hasty.ping();
            first.faults().freezeConnections();
            first.faults().add(FaultRule.always(Occasion.anyRequest(), Fault.freeze()));

            assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(() -> hasty.execute("select 1"));
            for (int i = 0; i < 3; i++) {
                hasty.ping();
                assertThat(hasty.endpoint()).isEqualTo(second.endpoint());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesBackToAServerThatIsHeardAgain(WebSocketEngineType engine) throws Exception {
        try (TdengineClient hasty = hasty().webSocketEngine(engine).build()) {
            hasty.ping();
            first.faults().freezeConnections();
            assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(() -> hasty.execute("select 1"));
            hasty.ping();
            assertThat(hasty.endpoint()).isEqualTo(second.endpoint());

            first.faults().clear();

            eventually(() -> hasty.endpoint().equals(first.endpoint()));
            assertThat(hasty.status().connections()).isEqualTo(2);
        }
    }

    private void runOnBoth(String... statements) {
        for (EmbeddedTdengine server : List.of(first, second)) {
            try (TdengineClient maker =
                    TdengineClient.builder().endpoints(server.endpoint()).build()) {
                for (String statement : statements) {
                    maker.execute(statement);
                }
            }
        }
    }

    @Test
    void aWriterTriesAgainElsewhere() throws Exception {
        runOnBoth("create database d", "create stable d.st (ts timestamp, v int) tags (i int)");
        WriterOptions options =
                WriterOptions.into("d", "st").tags("i").columns("ts", "v").build();
        try (TdengineClient hasty = hasty().build();
                TdengineWriter writer = hasty.newWriter(options)) {
            first.faults().freezeConnections();

            CompletionStage<Void> written = writer.newRow()
                    .table("t1")
                    .setLong(0, 1)
                    .setLong(1, 1_700_000_000_000L)
                    .setLong(2, 7)
                    .append();

            written.toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(hasty.endpoint()).isEqualTo(second.endpoint());
            assertThat(QueriedRows.rows(hasty, "select v from d.t1")).containsExactly(QueriedRows.row(7));
        }
    }

    @Test
    void anExecutionAfterATimeoutGoesElsewhere() {
        String insert = "insert into d.t values (?, ?)";
        runOnBoth("create database d", "create table d.t (ts timestamp, v int)");
        try (TdengineClient hasty = hasty().build();
                TdStatement statement = hasty.prepare(insert)) {
            first.faults().freezeConnections();
            statement.setLong(0, 1_700_000_000_000L).setLong(1, 1).addRow();
            assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(statement::execute);

            try (TdStatement again = hasty.prepare(insert)) {
                assertThat(again.setLong(0, 1_700_000_000_000L)
                                .setLong(1, 1)
                                .addRow()
                                .execute())
                        .isEqualTo(1);
            }
            assertThat(hasty.endpoint()).isEqualTo(second.endpoint());
        }
    }

    @Test
    void aSessionAfterATimeoutGoesElsewhere() {
        try (TdengineClient hasty = hasty().build();
                TdengineSession session = hasty.newSession().open()) {
            session.ping();
            first.faults().freezeConnections();
            assertThatExceptionOfType(TdengineTimeoutException.class).isThrownBy(session::ping);

            session.ping();

            assertThat(hasty.status().endpoints().get(1).connections()).isEqualTo(1);
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        Deadline deadline = Deadline.after(LONG);
        while (!condition.getAsBoolean()) {
            assertThat(deadline.isOver()).as("in time").isFalse();
            boolean unused = new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
        }
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
