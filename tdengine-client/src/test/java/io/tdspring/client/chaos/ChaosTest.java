// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.TdengineClientBuilder;
import io.tdspring.client.WebSocketEngineType;
import io.tdspring.client.tls.TestCertificates;
import io.tdspring.client.writer.TdengineWriter;
import io.tdspring.client.writer.WriterOptions;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.EmbeddedTdengine.Usage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Eight writers and four readers while connections are cut, frozen and refused, and requests are delayed and failed. */
class ChaosTest {

    private static final Logger log = LoggerFactory.getLogger(ChaosTest.class);

    private static final long SEED = Long.getLong("tdspring.fuzz.seed", 20261123);
    private static final int FAULTS = Boolean.getBoolean("tdspring.soak") ? 2000 : 100;
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

    @ParameterizedTest
    @CsvSource({"OKHTTP, false", "OKHTTP, true", "DIRECT, false", "DIRECT, true"})
    @Timeout(1800)
    void losesNothingHangsNowhereAndLeaksNothing(WebSocketEngineType engine, boolean encrypted, @TempDir Path directory)
            throws Exception {
        Path keys = new TestCertificates(directory).keyStore("server", "PKCS12", "dns:localhost,ip:127.0.0.1");
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            makeDatabase(server);
            try (TlsFront front = new TlsFront(keys, server.port())) {
                TdengineClientBuilder builder = client(engine, encrypted ? front.port() : server.port());
                if (encrypted) {
                    String certificate = TestCertificates.certificatePem(keys);
                    builder.tls(tls -> tls.trustStore(certificate.getBytes(StandardCharsets.US_ASCII)));
                }
                try (TdengineClient client = builder.build()) {
                    weather(server, client);
                }
            }
            awaitNothingLeft(server);
        }
    }

    private static void makeDatabase(EmbeddedTdengine server) {
        try (TdengineClient client =
                TdengineClient.builder().endpoints(server.endpoint()).build()) {
            client.execute("CREATE DATABASE " + Rows.DATABASE + " KEEP 36500");
            client.execute("CREATE STABLE " + Rows.DATABASE + ".back (ts TIMESTAMP, v INT) TAGS (writer INT)");
            client.execute("CREATE TABLE " + Rows.DATABASE + ".w0 (ts TIMESTAMP, v INT)");
            FixedTable.fill(client);
        }
    }

    private static TdengineClientBuilder client(WebSocketEngineType engine, int port) {
        return TdengineClient.builder()
                .endpoints("127.0.0.1:" + port, "localhost:" + port)
                .webSocketEngine(engine)
                .database(Rows.DATABASE)
                .connectTimeout(CONNECT)
                .requestTimeout(REQUEST)
                .pingInterval(Duration.ofMillis(500))
                .pingTimeout(Duration.ofMillis(500));
    }

    private void weather(EmbeddedTdengine server, TdengineClient client) throws InterruptedException {
        WriterOptions options = WriterOptions.into(Rows.DATABASE, "back")
                .tags("writer")
                .columns("ts", "v")
                .deliveryTimeout(CONNECT)
                .build();
        try (TdengineWriter background = client.newWriter(options)) {
            IntStream.rangeClosed(1, WRITERS).forEach(number -> add(number, sink(client, background, number)));
            ledgers.forEach(ledger -> ledger.prepare(client));
            ledgers.forEach(ledger -> start("writer-" + (1 + ledgers.indexOf(ledger)), ledger));
            IntStream.range(0, READERS).forEach(number -> startReader(client, number));
            Storm storm = new Storm(server, SEED, work);
            storm.rage(FAULTS);
            awaitTheLastSuccesses();
            log.warn("seed {}: {}; {}", SEED, storm, workers);
            ledgers.forEach(ledger -> ledger.check(client));
        } finally {
            ledgers.forEach(Ledger::close);
        }
    }

    private void add(int number, Sink sink) {
        ledgers.add(new Ledger(new Rows(number), sink));
    }

    private static Sink sink(TdengineClient client, TdengineWriter background, int number) {
        return switch (number % 4) {
            case 0 -> new SqlSink(client);
            case 1 -> new StatementSink(client);
            case 2 -> new LineSink(client);
            default -> new BackgroundSink(background);
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
