// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.TransportType;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.data.Block;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.error.TdengineException;
import io.tdspring.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The writer against servers on which things go wrong. */
@ParameterizedClass
@EnumSource(value = WebSocketEngineType.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
class WriterServerTest {

    private static final long START = 1700000000000L;

    private final EmbeddedTdengine one = EmbeddedTdengine.builder().start();
    private final EmbeddedTdengine two = EmbeddedTdengine.builder().start();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final WebSocketEngineType engine;

    WriterServerTest(WebSocketEngineType engine) {
        this.engine = engine;
    }

    @BeforeEach
    void makeTables() {
        for (EmbeddedTdengine server : List.of(one, two)) {
            try (TdengineClient client = client(server)) {
                client.execute("create database d keep 36500");
                client.execute("create table d.st (ts timestamp, v int, s varchar(20)) tags (t int)");
            }
        }
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private TdengineClient client(EmbeddedTdengine... servers) {
        return TdengineClient.builder()
                .webSocketEngine(engine)
                .endpoints(Stream.of(servers).map(EmbeddedTdengine::endpoint).toList())
                .connectTimeout(Duration.ofSeconds(3))
                .requestTimeout(Duration.ofSeconds(1))
                .pingInterval(Duration.ofMillis(500))
                .pingTimeout(Duration.ofMillis(500))
                .build();
    }

    private static WriterOptions.Builder options() {
        return WriterOptions.into("d", "st")
                .tags("t")
                .columns("ts", "v", "s")
                .linger(Duration.ofMillis(1))
                .retryPause(Duration.ofMillis(5));
    }

    /** One row of its own timestamp and table for each number. */
    private void append(WriterRow row, int number) {
        CompletionStage<Void> completion = row.table("t" + number % 7)
                .setLong(0, number % 7)
                .setLong(1, START + number)
                .setLong(2, number)
                .setString(3, "row " + number)
                .append();
        CompletionStage<Void> unused = completion.thenRun(() -> acknowledged.add(number));
    }

    private Set<Integer> rows(EmbeddedTdengine server) {
        Set<Integer> numbers = new HashSet<>();
        try (TdengineClient client = client(server);
                QueryResult result = client.query("select v, s, t from d.st")) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++) {
                    int number = block.intAt(0, row);
                    assertThat(block.stringAt(1, row)).isEqualTo("row " + number);
                    assertThat(block.intAt(2, row)).isEqualTo(number % 7);
                    assertThat(numbers.add(number))
                            .as("%d is there once", number)
                            .isTrue();
                }
            }
        }
        return numbers;
    }

    private static void assertNoThreadsOfWriters() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("tdengine-writer"));
    }

    @Test
    void writesTheRowsOfManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (TdengineClient client = client(one)) {
            try (TdengineWriter writer = client.newWriter(options().build())) {
                List<Future<?>> appending = IntStream.range(0, 4)
                        .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                            WriterRow row = writer.newRow();
                            IntStream.range(0, 1000).forEach(i -> append(row, thread * 1000 + i));
                        }))
                        .toList();
                for (Future<?> one : appending) {
                    one.get(10, TimeUnit.SECONDS);
                }
                writer.flush();

                assertThat(writer.counters())
                        .matches(counters -> counters.rowsAcknowledged() == 4000 && counters.bytesBuffered() == 0);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(acknowledged).hasSize(4000);
        assertThat(rows(one)).isEqualTo(acknowledged);
        assertNoThreadsOfWriters();
    }

    @Test
    void losesNothingThatIsAcknowledgedWhenAnEndpointIsCutOff() {
        try (TdengineClient client = client(one, two);
                TdengineWriter writer = client.newWriter(options().maxRows(50).build())) {
            WriterRow row = writer.newRow();
            IntStream.range(0, 1000).forEach(number -> append(row, number));
            writer.flush();
            EmbeddedTdengine used = rows(one).isEmpty() ? two : one;
            IntStream.range(1000, 2000).forEach(number -> append(row, number));
            used.faults().refuseConnections();
            used.faults().cutConnections();
            IntStream.range(2000, 3000).forEach(number -> append(row, number));
            writer.flush();
        }
        one.faults().clear();
        two.faults().clear();

        assertThat(acknowledged).hasSize(3000);
        assertThat(union()).isEqualTo(acknowledged);
        assertThat(rows(one)).isNotEmpty();
        assertThat(rows(two)).isNotEmpty();
        assertNoThreadsOfWriters();
    }

    @Test
    void losesNothingThatIsAcknowledgedWhenAnEndpointFreezes() {
        try (TdengineClient client = client(one, two);
                TdengineWriter writer = client.newWriter(options().maxRows(50).build())) {
            WriterRow row = writer.newRow();
            IntStream.range(0, 500).forEach(number -> append(row, number));
            writer.flush();
            EmbeddedTdengine used = rows(one).isEmpty() ? two : one;
            used.faults().refuseConnections();
            used.faults().freezeConnections();
            IntStream.range(500, 1000).forEach(number -> append(row, number));
            writer.flush();
            used.faults().clear();
        }

        assertThat(acknowledged).hasSize(1000);
        assertThat(union()).isEqualTo(acknowledged);
    }

    private Set<Integer> union() {
        Set<Integer> union = rows(one);
        union.addAll(rows(two));
        return union;
    }

    @Test
    void failsRowsThatTheServerRefuses() {
        one.faults().add(new FaultRule(Occasion.action("stmt2_exec"), Fault.error(0x0355, "Invalid user"), 1));
        try (TdengineClient client = client(one);
                TdengineWriter writer = client.newWriter(options().build())) {
            append(writer.newRow(), 1);
            writer.flush();
            append(writer.newRow(), 2);
            writer.flush();

            assertThat(writer.counters().rowsFailed()).isEqualTo(1);
        }
        assertThat(acknowledged).containsExactly(2);
        assertThat(rows(one)).containsExactly(2);
    }

    @Test
    void keepsTheOrderOfATableWhateverFails() {
        Random random = new Random(20261123);
        try (TdengineClient client = client(one);
                TdengineWriter writer = client.newWriter(options().maxRows(5).build())) {
            WriterRow row = writer.newRow();
            for (int v = 0; v < 600; v++) {
                if (v % 20 == 0) {
                    one.faults().add(FaultRule.once(Occasion.action("stmt2_exec"), anyFault(random)));
                }
                row.table("only").setLong(0, 1).setLong(1, START).setLong(2, v).append();
            }
            writer.flush();

            assertThat(writer.counters().rowsAcknowledged()).isEqualTo(600);
            assertThat(writer.counters().retries()).isPositive();
            try (QueryResult result = client.query("select v from d.st")) {
                Block block = result.nextBlock();
                assertThat(block.rows()).isEqualTo(1);
                assertThat(block.intAt(0, 0)).isEqualTo(599);
            }
        }
    }

    private static Fault anyFault(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Fault.cutBefore();
            case 1 -> Fault.cutAfter();
            default -> Fault.error(0x0903, "Sync leader is unreachable");
        };
    }

    @Test
    void refusesTablesThatAreNotThere() {
        try (TdengineClient client = client(one)) {
            assertThatExceptionOfType(TdengineException.class)
                    .isThrownBy(() -> client.newWriter(
                            WriterOptions.into("d", "nothing").columns("ts").build()));
        }
    }

    @Test
    void needsATransportThatBinds() {
        try (TdengineClient client = TdengineClient.builder()
                .transport(TransportType.REST)
                .endpoints(one.endpoint())
                .build()) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> client.newWriter(options().build()))
                    .withMessage("transport rest cannot bind parameters; use transport websocket");
        }
    }
}
