// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.spring.annotation.TdTopicListener;
import io.tdspring.spring.listener.BatchListenerFailedException;
import io.tdspring.spring.listener.ErrorHandler;
import io.tdspring.spring.listener.error.DeadLetter;
import io.tdspring.spring.listener.error.DeadLetterRedrive;
import io.tdspring.spring.listener.error.DeadLetterTable;
import io.tdspring.spring.listener.error.DeadLetterTableRecoverer;
import io.tdspring.spring.listener.error.DefaultErrorHandler;
import io.tdspring.spring.listener.error.RecordRecoverer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.FixedBackOff;

/** Dead letters: the table, the recoverer, handing out again. */
class Row27DeadLetterTest {

    private final FailingPlant plant = new FailingPlant();
    private final DeadLetterTable table = new DeadLetterTable(plant.template, "ops");

    @AfterEach
    void close() {
        plant.close();
    }

    private static ErrorHandler handler(RecordRecoverer recoverer) {
        return DefaultErrorHandler.builder()
                .backOff(new FixedBackOff(10, 2))
                .recoverer(recoverer)
                .build();
    }

    private List<DeadLetter> letters() {
        return plant.template.query("SELECT * FROM ops.dead_letters ORDER BY ts", DeadLetter.class);
    }

    @Test
    void keepsARowThatFailsWithoutEndWithItsErrorAndPayloadAndGoesOn() throws Exception {
        plant.template.execute("CREATE DATABASE ops");
        plant.meters.fails = value -> value == 2;
        plant.start(handler(new DeadLetterTableRecoverer(table)));
        plant.insert(1, 2, 3);
        plant.insert(4);

        assertThat(plant.meters.next()).isEqualTo(1);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        assertThat(plant.meters.next()).isEqualTo(3);
        assertThat(plant.meters.next()).isEqualTo(4);
        plant.stop();

        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.listenerId()).isEqualTo("meters");
            assertThat(letter.groupId()).isEqualTo("g_plant");
            assertThat(letter.topicName()).isEqualTo("t_plant");
            assertThat(letter.rowNo()).isEqualTo(1);
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.errorClass()).isEqualTo("java.lang.IllegalStateException");
            assertThat(letter.errorMessage()).isEqualTo("cannot take 2");
            assertThat(letter.payload()).isEqualTo("{\"v\":2}");
        });
        assertThat(plant.committed()).isPresent();
    }

    @Test
    void keepsTheValuesOfARowThatCannotBeRead() throws Exception {
        plant.template.execute("CREATE DATABASE ops");
        plant.start(handler(new DeadLetterTableRecoverer(table)));
        plant.insert(1, "NULL", 3);

        assertThat(plant.meters.next()).isEqualTo(1);
        assertThat(plant.meters.next()).isEqualTo(3);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.payload()).isEqualTo("{\"v\":null}");
            assertThat(letter.attempts()).isEqualTo(1);
        });
    }

    static class Batches {

        final BlockingQueue<List<Integer>> calls = new LinkedBlockingQueue<>();
        final boolean tellsWhere;

        Batches(boolean tellsWhere) {
            this.tellsWhere = tellsWhere;
        }

        @TdTopicListener(id = "meters", topics = "t_plant", groupId = "g_plant", batch = "true")
        void readings(List<FailingPlant.Reading> readings) {
            List<Integer> values =
                    readings.stream().map(FailingPlant.Reading::v).toList();
            calls.add(values);
            int two = values.indexOf(2);
            if (two >= 0) {
                RuntimeException cause = new IllegalStateException("cannot take 2");
                throw tellsWhere ? new BatchListenerFailedException("second", cause, two) : cause;
            }
        }

        List<Integer> next() throws InterruptedException {
            List<Integer> call = calls.poll(10, TimeUnit.SECONDS);
            assertThat(call).as("a call of the listener").isNotNull();
            return call;
        }
    }

    @Test
    void keepsTheOneRowAtWhichABatchSaysItFailed() throws Exception {
        plant.template.execute("CREATE DATABASE ops");
        Batches batches = new Batches(true);
        plant.listener = batches;
        plant.start(handler(new DeadLetterTableRecoverer(table)));
        plant.insert(1, 2, 3);

        assertThat(batches.next()).containsExactly(1, 2, 3);
        assertThat(batches.next()).containsExactly(2, 3);
        assertThat(batches.next()).containsExactly(2, 3);
        assertThat(batches.next()).containsExactly(3);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.payload()).isEqualTo("{\"v\":2}");
            assertThat(letter.errorMessage())
                    .isEqualTo("second; caused by java.lang.IllegalStateException: cannot take 2");
        });
    }

    @Test
    void keepsAllRowsOfABatchThatDoesNotSayWhereItFailed() throws Exception {
        plant.template.execute("CREATE DATABASE ops");
        Batches batches = new Batches(false);
        plant.listener = batches;
        plant.start(handler(new DeadLetterTableRecoverer(table)));
        plant.insert(1, 2);

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(batches.next()).containsExactly(1, 2);
        }
        plant.insert(3);
        assertThat(batches.next()).containsExactly(3);
        assertThat(letters()).extracting(DeadLetter::payload).containsExactly("{\"v\":1}", "{\"v\":2}");
    }

    @Test
    void takesNoRowAsHandledBeforeItsLetterIsWritten() throws Exception {
        plant.meters.fails = value -> value == 2;
        plant.start(handler(new DeadLetterTableRecoverer(table)));
        plant.insert(2);
        plant.insert(3);

        // The database of the table is missing.
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        plant.template.execute("CREATE DATABASE ops");
        int next = plant.meters.next();
        while (next == 2) {
            next = plant.meters.next();
        }
        assertThat(next).isEqualTo(3);
        assertThat(letters()).extracting(DeadLetter::payload).containsExactly("{\"v\":2}");
    }

    @Test
    void keepsOneLetterOfARowThatComesAgainBecauseItsCommitWasLost() throws Exception {
        plant.template.execute("CREATE DATABASE ops");
        plant.meters.fails = value -> value == 2;
        RecordRecoverer writing = new DeadLetterTableRecoverer(table);
        // As if the process had ended between the letter and the commit.
        plant.start(failure -> {
            writing.recover(failure);
            return ErrorHandler.Decision.STOP;
        });
        plant.insert(1, 2, 3);
        assertThat(plant.meters.next()).isEqualTo(1);
        assertThat(plant.meters.next()).isEqualTo(2);
        plant.stop();
        assertThat(letters()).hasSize(1);
        assertThat(plant.committed()).isEmpty();

        plant.start(handler(writing));
        assertThat(plant.meters.next()).isEqualTo(1);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(plant.meters.next()).isEqualTo(2);
        }
        assertThat(plant.meters.next()).isEqualTo(3);

        assertThat(letters()).extracting(DeadLetter::attempts).containsExactly(3);
    }

    @Test
    void handsLettersOutAgainWhenTheFaultIsMended() throws Exception {
        plant.template.execute("CREATE DATABASE ops");
        plant.meters.fails = value -> value % 2 == 0;
        plant.start(handler(new DeadLetterTableRecoverer(table)));
        plant.insert(2, 4);
        plant.insert(5);
        while (plant.meters.next() != 5) {
            // Attempts at the rows that fail.
        }

        List<String> again = new ArrayList<>();
        long taken = new DeadLetterRedrive(table).redrive("t_plant", 10, letter -> again.add(letter.payload()));

        assertThat(taken).isEqualTo(2);
        assertThat(again).containsExactly("{\"v\":2}", "{\"v\":4}");
        assertThat(letters()).isEmpty();
    }
}
