// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.EmbeddedTdengine.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Eight writers and four readers while connections are cut, frozen and refused, and requests are delayed and failed. */
class ChaosTest {

    private static final Logger log = LoggerFactory.getLogger(ChaosTest.class);

    private static final long SEED = Long.getLong("tdspring.fuzz.seed", 20261123);
    private static final int FAULTS = Boolean.getBoolean("tdspring.soak") ? 2000 : 150;
    private static final int WRITERS = 8;
    private static final int READERS = 4;

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Ledger> ledgers = new ArrayList<>();

    @Test
    @Timeout(1800)
    void losesNothingHangsNowhereAndLeaksNothing() throws Exception {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            try (TdengineClient client = client(server)) {
                makeTables(client);
                IntStream.rangeClosed(1, WRITERS).forEach(number -> startWriter(client, number));
                IntStream.range(0, READERS).forEach(number -> startReader(client, number));
                Storm storm = new Storm(server, SEED, work);
                storm.rage(FAULTS);
                awaitTheLastSuccesses();
                log.info("seed {}: {}; {}", SEED, storm, workers);
                ledgers.forEach(ledger -> ledger.check(client));
                ledgers.forEach(Ledger::close);
            }
            awaitNothingLeft(server);
        }
    }

    private static TdengineClient client(EmbeddedTdengine server) {
        return TdengineClient.builder()
                .endpoints("127.0.0.1:" + server.port(), "localhost:" + server.port())
                .connectTimeout(CONNECT)
                .requestTimeout(REQUEST)
                .pingInterval(Duration.ofMillis(500))
                .pingTimeout(Duration.ofMillis(500))
                .build();
    }

    private static void makeTables(TdengineClient client) {
        client.execute("CREATE DATABASE " + Rows.DATABASE + " KEEP 36500");
        for (int writer = 0; writer <= WRITERS; writer++) {
            client.execute("CREATE TABLE " + Rows.DATABASE + "." + new Rows(writer).table() + " (ts TIMESTAMP, v INT)");
        }
        FixedTable.fill(client);
    }

    private void startWriter(TdengineClient client, int number) {
        Ledger ledger = new Ledger(new Rows(number), sink(client, number));
        ledgers.add(ledger);
        start("writer-" + number, ledger);
    }

    private static Sink sink(TdengineClient client, int number) {
        return switch (number % 2) {
            case 0 -> new SqlSink(client);
            default -> new StatementSink(client);
        };
    }

    private void startReader(TdengineClient client, int number) {
        start("reader-" + number, new FixedTable(client, SEED + number));
    }

    private void start(String name, Worker.Step step) {
        Worker worker = new Worker(name, step, CONNECT.plus(REQUEST).plus(SLACK), over, work);
        workers.add(worker);
        worker.start();
    }

    private void awaitTheLastSuccesses() throws InterruptedException {
        over.set(true);
        for (Worker worker : workers) {
            worker.join(ENOUGH.toMillis());
            assertThat(worker.isAlive()).as("%s still runs", worker).isFalse();
            assertThat(worker.faults()).isEmpty();
        }
    }

    private static void awaitNothingLeft(EmbeddedTdengine server) {
        long end = System.nanoTime() + ENOUGH.toNanos();
        while (System.nanoTime() < end
                && !(server.usage().equals(new Usage(0, 0)) && ourThreads().isEmpty())) {
            Thread.onSpinWait();
        }
        assertThat(server.usage()).isEqualTo(new Usage(0, 0));
        assertThat(ourThreads()).isEmpty();
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("tdengine-") && !name.startsWith("tdengine-embedded"))
                .toList();
    }
}
