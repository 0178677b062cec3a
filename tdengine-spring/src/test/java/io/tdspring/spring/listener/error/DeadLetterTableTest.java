// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Block;
import io.tdspring.data.Row;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.listener.FailedDelivery;
import io.tdspring.spring.listener.ScriptedConsumer;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

class DeadLetterTableTest {

    private final EmbeddedTdengine server = EmbeddedTdengine.builder().start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();
    private final TdengineTemplate template = new TdengineTemplate(client);

    @BeforeEach
    void createDatabase() {
        template.execute("CREATE DATABASE ops");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static FailedDelivery failure(TmqMessage message, int failedRow, int nextRow, int attempt) {
        RuntimeException cause = new IllegalStateException("no 'three' \u4e09 \0 \ud800");
        return new FailedDelivery(message, failedRow, nextRow, attempt, cause, null, "plant", "g");
    }

    private List<DeadLetter> letters() {
        return template.query("SELECT * FROM ops.dead_letters ORDER BY vgroup_id, ts", DeadLetter.class);
    }

    @Test
    void keepsARowWithItsPlaceItsErrorAndItsPayload() {
        new DeadLetterTable(template, "ops").write(failure(ScriptedConsumer.message(7, 1, 3), 1, 2, 4));

        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.listenerId()).isEqualTo("plant");
            assertThat(letter.groupId()).isEqualTo("g");
            assertThat(letter.topicName()).isEqualTo("t");
            assertThat(letter.vgroupId()).isEqualTo(2);
            assertThat(letter.startOffset()).isEqualTo(7);
            assertThat(letter.rowNo()).isEqualTo(1);
            assertThat(letter.tableName()).isEqualTo("d1");
            assertThat(letter.attempts()).isEqualTo(4);
            assertThat(letter.errorClass()).isEqualTo("java.lang.IllegalStateException");
            assertThat(letter.errorMessage()).isEqualTo("no 'three' \u4e09 \ufffd \ufffd");
            assertThat(letter.payload()).isEqualTo("{\"v\":3}");
            assertThat(letter.isCut()).isFalse();
        });
    }

    @Test
    void keepsEachRowOfABatchInALetterOfItsOwn() {
        new DeadLetterTable(template, "ops").write(failure(ScriptedConsumer.message(7, 1, 3, 4, 5), 1, 3, 1));

        assertThat(letters()).extracting(DeadLetter::payload).containsExactly("{\"v\":3}", "{\"v\":4}");
    }

    @Test
    void replacesTheLetterOfARowThatIsDeliveredAgain() {
        TmqMessage message = ScriptedConsumer.message(7, 3);
        new DeadLetterTable(template, "ops").write(failure(message, 0, 1, 4));
        DeadLetter first = letters().get(0);

        new DeadLetterTable(template, "ops").write(failure(message, 0, 1, 5));

        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.ts()).isEqualTo(first.ts());
            assertThat(letter.attempts()).isEqualTo(5);
        });
    }

    @Test
    void doublesNoRowOfABatchOfWhichSomeWereWrittenBefore() {
        TmqMessage message = ScriptedConsumer.message(7, 1, 3, 4);
        DeadLetterTable table = new DeadLetterTable(template, "ops");
        table.write(failure(message, 1, 2, 1));
        table.write(failure(message, 0, 3, 1));
        table.write(failure(message, 0, 3, 2));

        assertThat(letters()).extracting(DeadLetter::rowNo).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void keepsLettersThatTwoProcessesWriteAtTheSameTime() {
        DeadLetterTable here = new DeadLetterTable(template, "ops");
        here.write(failure(ScriptedConsumer.message(1, 1), 0, 1, 1));
        // A letter of the future, behind which both processes count on.
        template.execute(
                "INSERT INTO ops.`" + template.queryForObject("SELECT tbname FROM ops.dead_letters", String.class)
                        + "` (ts, start_offset, row_no, attempts, error_class, payload, payload_length) VALUES (NOW + 1h, 0, 0, 1, 'E', 'early', 5)");
        AtomicBoolean written = new AtomicBoolean();
        TdengineOperations interrupted = beforeInsert(() -> {
            if (written.compareAndSet(false, true)) {
                here.write(failure(ScriptedConsumer.message(2, 2), 0, 1, 1));
            }
        });

        new DeadLetterTable(interrupted, "ops").write(failure(ScriptedConsumer.message(3, 3), 0, 1, 1));

        List<String> taken = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        new DeadLetterRedrive(here).redrive("t", 10, letter -> {
            taken.add(letter.payload());
            times.add(letter.ts());
        });
        assertThat(taken).containsExactlyInAnyOrder("{\"v\":1}", "early", "{\"v\":2}", "{\"v\":3}");
        assertThat(times.get(2)).as("the time of both").isEqualTo(times.get(3));
    }

    /** The template, with something that happens before each INSERT. */
    private TdengineOperations beforeInsert(Runnable event) {
        return (TdengineOperations) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TdengineOperations.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof String sql && sql.startsWith("INSERT")) {
                        event.run();
                    }
                    return method.invoke(template, arguments);
                });
    }

    @Test
    void writesOnlyTheRowsOfABatchThatFailed() {
        TmqMessage message = ScriptedConsumer.message(7, 1, 3, 4, 5);
        RuntimeException cause = new IllegalStateException();
        new DeadLetterTable(template, "ops")
                .write(new FailedDelivery(message, 0, 4, 1, cause, List.of(0, 3), null, "plant", "g"));

        assertThat(letters()).extracting(DeadLetter::rowNo).containsExactly(0, 3);
    }

    @Test
    void refusesATableWithoutWriters() {
        template.execute("CREATE STABLE ops.dead_letters (ts TIMESTAMP, error_message NCHAR(9), payload VARCHAR(9))"
                + " TAGS (listener_id VARCHAR(9))");

        assertThatThrownBy(() ->
                        new DeadLetterTable(template, "ops").write(failure(ScriptedConsumer.message(1, 1), 0, 1, 1)))
                .hasMessageContaining("no column writer");
    }

    @Test
    void keepsVgroupsListenersAndGroupsApart() {
        DeadLetterTable table = new DeadLetterTable(template, "ops");
        TmqMessage message = ScriptedConsumer.message(7, 3);
        RuntimeException cause = new IllegalStateException();
        table.write(new FailedDelivery(message, 0, 1, 1, cause, null, "plant", "g"));
        table.write(new FailedDelivery(message, 0, 1, 1, cause, null, "plant", "h"));
        table.write(new FailedDelivery(message, 0, 1, 1, cause, null, "Plant, 2", "g"));
        TmqMessage elsewhere = new TmqMessage("t", "db", 3, 7, 8, message.blocks());
        table.write(new FailedDelivery(elsewhere, 0, 1, 1, cause, null, "plant", "g"));

        assertThat(letters())
                .extracting(letter -> letter.listenerId() + "/" + letter.groupId() + "/" + letter.vgroupId())
                .containsExactlyInAnyOrder("plant/g/2", "plant/h/2", "Plant, 2/g/2", "plant/g/3");
    }

    @Test
    void keepsARowInADatabaseOfAnyPrecision() {
        template.execute("CREATE DATABASE nanos PRECISION 'ns'");
        DeadLetterTable table = new DeadLetterTable(template, "nanos");
        table.write(failure(ScriptedConsumer.message(7, 3, 4), 0, 2, 1));
        table.write(failure(ScriptedConsumer.message(7, 3, 4), 0, 2, 1));

        List<String> taken = new ArrayList<>();
        assertThat(new DeadLetterRedrive(table).redrive("t", 10, letter -> taken.add(letter.payload())))
                .isEqualTo(2);
        assertThat(taken).containsExactly("{\"v\":3}", "{\"v\":4}");
        assertThat(new DeadLetterRedrive(table).redrive("t", 10, letter -> taken.add(letter.payload())))
                .isZero();
    }

    @Test
    void warnsOnceIfItsTopicMayReadTheDeadLettersThemselves() {
        Logger logger = (Logger) LoggerFactory.getLogger(DeadLetterTableRecoverer.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        template.execute("CREATE DATABASE db");
        try {
            for (String database : List.of("ops", "db")) {
                RecordRecoverer recoverer = new DeadLetterTableRecoverer(new DeadLetterTable(template, database));
                recoverer.recover(failure(ScriptedConsumer.message(1, 1), 0, 1, 1));
                recoverer.recover(failure(ScriptedConsumer.message(2, 2), 0, 1, 1));
            }
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).contains("topic t", "`db`.`dead_letters`"));
    }

    @Test
    void keepsAnotherRowAtTheOffsetOfALogThatBeganAnew() {
        DeadLetterTable table = new DeadLetterTable(template, "ops");
        table.write(failure(ScriptedConsumer.message(7, 3), 0, 1, 1));
        table.write(failure(ScriptedConsumer.message(7, 4), 0, 1, 1));

        assertThat(letters()).extracting(DeadLetter::payload).containsExactly("{\"v\":3}", "{\"v\":4}");
    }

    @Test
    void keepsLettersApartThatAreWrittenFasterThanTimeGoesBy() {
        DeadLetterTable table = new DeadLetterTable(template, "ops");
        int[] values = IntStream.range(0, 20_000).toArray();
        // A letter for each millisecond of the next twenty seconds.
        table.write(failure(ScriptedConsumer.message(1, values), 0, values.length, 1));
        table.write(failure(ScriptedConsumer.message(2, 3), 0, 1, 1));

        assertThat(template.queryForObject("SELECT COUNT(*) FROM ops.dead_letters", Long.class))
                .isEqualTo(20_001);
    }

    @Test
    void cutsAPayloadVisiblyToTheWidthOfItsColumn() {
        template.execute("CREATE TABLE ops.wide (ts TIMESTAMP, text NCHAR(300))");
        template.execute("INSERT INTO ops.wide VALUES (NOW, '" + "\u4e09".repeat(300) + "')");
        Block block = template.query("SELECT text FROM ops.wide", Row::block).get(0);
        TmqMessage message = new TmqMessage("t", "db", 2, 0, 1, List.of(new TableBlock("wide", block)));
        new DeadLetterTable(template, "ops", "dead_letters", 100).write(failure(message, 0, 1, 1));
        // The width that counts is the one that the table has.
        new DeadLetterTable(template, "ops", "dead_letters", 5_000).write(failure(message, 0, 1, 2));

        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.payload())
                    .hasSize(100)
                    .startsWith("{\"text\":\"\\u4e09\\u4e09")
                    .endsWith("...[cut: 1811 characters in all]");
            assertThat(letter.payloadLength()).isEqualTo(1811);
            assertThat(letter.isCut()).isTrue();
        });
    }

    @Test
    void writesEveryTypeOfColumnAsJson() {
        template.execute(
                "CREATE TABLE ops.types (ts TIMESTAMP, b BOOL, i TINYINT, u BIGINT UNSIGNED, f FLOAT, d DOUBLE,"
                        + " s VARCHAR(20), n NCHAR(20), x VARBINARY(8), c DECIMAL(10, 2), z INT)");
        template.execute("INSERT INTO ops.types VALUES (1800000000000, true, -1, 18446744073709551615, 1.5, 0.1,"
                + " 'a\"b\\\\c\\n', '\u00e9', '\\x00FF', 12.30, NULL)");
        Row row = template.query("SELECT * FROM ops.types", each -> each).get(0);

        assertThat(RowJson.of(row))
                .isEqualTo("{\"ts\":\"2027-01-15T08:00:00Z\",\"b\":true,\"i\":-1,\"u\":18446744073709551615,\"f\":1.5,"
                        + "\"d\":0.1,\"s\":\"a\\\"b\\\\c\\u000a\",\"n\":\"\\u00e9\",\"x\":\"00ff\",\"c\":12.30,"
                        + "\"z\":null}");
    }

    @Test
    void keepsAMessageWithoutRows() {
        TmqMessage message = new TmqMessage("t", "db", 2, 5, 5, List.of());
        new DeadLetterTable(template, "ops").write(failure(message, 0, 1, 1));

        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.payload()).isEqualTo("\"[]\"");
            assertThat(letter.tableName()).isNull();
        });
    }

    @Test
    void failsIfTheLetterCouldNotBeWrittenAndMakesTheTableAnewThen() {
        DeadLetterTable table = new DeadLetterTable(template, "ops");
        table.write(failure(ScriptedConsumer.message(1, 1), 0, 1, 1));
        template.execute("DROP TABLE ops.dead_letters");
        FailedDelivery next = failure(ScriptedConsumer.message(2, 2), 0, 1, 1);

        assertThatThrownBy(() -> table.write(next)).isInstanceOf(DataAccessException.class);
        table.write(next);

        assertThat(letters()).extracting(DeadLetter::payload).containsExactly("{\"v\":2}");
    }

    @Test
    void refusesATableThatIsNoneOfDeadLetters() {
        template.execute("CREATE STABLE ops.dead_letters (ts TIMESTAMP, v INT) TAGS (g INT)");

        assertThatThrownBy(() ->
                        new DeadLetterTable(template, "ops").write(failure(ScriptedConsumer.message(1, 1), 0, 1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no table of dead letters");
    }

    @Test
    void handsLettersOutAgainAndRemovesThoseThatAreTaken() {
        DeadLetterTable table = new DeadLetterTable(template, "ops");
        table.write(failure(ScriptedConsumer.message(1, 1, 2, 3), 0, 3, 1));
        List<String> taken = new ArrayList<>();
        DeadLetterRedrive redrive = new DeadLetterRedrive(table);

        assertThatThrownBy(() -> redrive.redrive("t", 10, letter -> {
                    if (letter.rowNo() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    taken.add(letter.payload());
                }))
                .hasMessage("not yet");

        assertThat(taken).containsExactly("{\"v\":1}");
        assertThat(letters()).extracting(DeadLetter::rowNo).containsExactly(1, 2);
        assertThat(redrive.redrive("another", 10, letter -> taken.add(letter.payload())))
                .isZero();
        assertThat(redrive.redrive("t", 1, letter -> taken.add(letter.payload())))
                .isEqualTo(1);
        assertThat(redrive.redrive("t", 10, letter -> taken.add(letter.payload())))
                .isEqualTo(1);
        assertThat(taken).containsExactly("{\"v\":1}", "{\"v\":2}", "{\"v\":3}");
        assertThat(letters()).isEmpty();
    }
}
