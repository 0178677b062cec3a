// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.client.TransportType;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import io.tdspring.error.TdengineStatementException;
import io.tdspring.error.UnsupportedFeatureException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it is sent, and what happens when the server refuses. */
class StatementRefusalTest {

    private static final long T = 1_700_000_000_000L;

    /** The columns of {@code db.t} by name. */
    private static final List<String> COLUMNS = List.of("ts", "i1", "u1", "u8", "f", "d", "s", "n", "x", "c", "t2");

    private final EmbeddedTdengine server =
            EmbeddedTdengine.builder().version("3.3.7.5").start();
    private final TdengineClient client =
            TdengineClient.builder().endpoints(server.endpoint()).build();

    @BeforeEach
    void createTables() {
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, i1 tinyint, u1 tinyint unsigned, u8 bigint unsigned, f float,"
                + " d double, s varchar(4), n nchar(2), x varbinary(2), c decimal(6,2), t2 timestamp)");
        client.execute("create stable db.st (ts timestamp, v int) tags (i int)");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void refusesNumbersOutOfRange() {
        refuses("i1", "the number is out of the range of TINYINT", (s, i) -> s.setLong(i, 128));
        refuses("i1", "the number is out of the range of TINYINT", (s, i) -> s.setLong(i, -129));
        refuses("u1", "the number is out of the range of TINYINT UNSIGNED", (s, i) -> s.setLong(i, 256));
        refuses("u1", "the number is out of the range of TINYINT UNSIGNED", (s, i) -> s.setLong(i, -1));
        refuses("u8", "the number is out of the range of BIGINT UNSIGNED", (s, i) -> s.setLong(i, -1));
        refuses(
                "u8",
                "the number is out of the range of BIGINT UNSIGNED",
                (s, i) -> s.setInteger(i, BigInteger.ONE.shiftLeft(64)));
        refuses(
                "i1",
                "the number is out of the range of TINYINT",
                (s, i) -> s.setInteger(i, BigInteger.ONE.shiftLeft(64).add(BigInteger.ONE)));
    }

    @Test
    void refusesValuesOfOtherKinds() {
        refuses("i1", "a TINYINT does not take a value of kind double", (s, i) -> s.setDouble(i, 1));
        refuses("i1", "a TINYINT does not take a value of kind String", (s, i) -> s.setString(i, "1"));
        refuses("f", "a FLOAT does not take a value of kind double", (s, i) -> s.setDouble(i, 1));
        refuses("f", "a FLOAT does not take a value of kind double[]", (s, i) -> addColumn(s, i, 1.5));
        refuses("d", "a DOUBLE does not take a value of kind integer", (s, i) -> s.setLong(i, 1));
        refuses("s", "a VARCHAR does not take a value of kind boolean", (s, i) -> s.setBoolean(i, true));
        refuses("n", "a NCHAR does not take a value of kind byte[]", (s, i) -> s.setBytes(i, new byte[1]));
        refuses("t2", "a TIMESTAMP does not take a value of kind String", (s, i) -> s.setString(i, "now"));
        refuses("c", "a DECIMAL does not take a value of kind double", (s, i) -> s.setObject(i, 1.5));
        refuses(
                "x",
                "a VARBINARY does not take a value of kind java.lang.Object",
                (s, i) -> s.setObject(i, new Object()));
    }

    private static void addColumn(TdStatement statement, int index, double value) {
        statement.setLongs(0, new long[] {T});
        for (int i = 1; i < COLUMNS.size(); i++) {
            statement.setList(i, Arrays.asList((Object) null));
        }
        statement.setDoubles(index, new double[] {value}).addRows();
    }

    @Test
    void refusesValuesTooLong() {
        refuses("s", "the text is longer than the 4 bytes of the column", (s, i) -> s.setString(i, "abcde"));
        refuses("s", "the text is longer than the 4 bytes of the column", (s, i) -> s.setString(i, "éée"));
        refuses("s", "the text is longer than the 4 bytes of the column", (s, i) -> s.setBytes(i, new byte[5]));
        refuses("n", "the text is longer than the 2 characters of the column", (s, i) -> s.setString(i, "abc"));
        refuses("x", "the value is longer than the 2 bytes of the column", (s, i) -> s.setBytes(i, new byte[3]));
    }

    @Test
    void refusesTextThatIsNone() {
        refuses(
                "n",
                "the text holds half of a surrogate pair, which UTF-8 cannot encode",
                (s, i) -> s.setString(i, "\ud83d"));
    }

    @Test
    void refusesDecimalsThatDoNotFit() {
        refuses(
                "c",
                "the number has more digits than DECIMAL(6,2)",
                (s, i) -> s.setDecimal(i, new BigDecimal("10000")));
        refuses(
                "c",
                "the number has more digits than DECIMAL(6,2)",
                (s, i) -> s.setDecimal(i, new BigDecimal("1e999999999")));
        refuses(
                "c",
                "the number has more digits behind the point than DECIMAL(6,2)",
                (s, i) -> s.setDecimal(i, new BigDecimal("0.001")));
        refuses(
                "c",
                "the number has more digits behind the point than DECIMAL(6,2)",
                (s, i) -> s.setDecimal(i, new BigDecimal("1e-999999999")));
    }

    @Test
    void refusesToRoundAnInstant() {
        refuses(
                "t2",
                "the instant has a fraction of the column's unit, ms; truncate it first",
                (s, i) -> s.setInstant(i, Instant.ofEpochSecond(1700000000, 1)));
        refuses("t2", "the instant is out of the range of a TIMESTAMP in ms", (s, i) -> s.setInstant(i, Instant.MAX));
    }

    @Test
    void refusesARowWithoutItsTimestamp() {
        refuses("ts", "the primary timestamp is NULL", TdStatement::setNull);
    }

    private interface Setting {
        void on(TdStatement statement, int index);
    }

    private void refuses(String column, String why, Setting setting) {
        try (TdStatement insert = client.prepare("insert into db.t values(?,?,?,?,?,?,?,?,?,?,?)")) {
            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(() -> setting.on(insert, COLUMNS.indexOf(column)))
                    .withMessage("column " + column + ", row 0: " + why);
        }
    }

    @Test
    void namesTableColumnAndRow() {
        withSubtables(insert -> {
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            insert.setLongs(2, new long[] {T, T + 1, T + 2}).setLongs(3, new long[] {1, 2, 1L << 31});
            assertRefused(insert::addRows, "table db.c1, column v, row 3: the number is out of the range of INT");
            assertThat(insert.boundRows()).isZero();

            insert.setString(0, "db.c1").setLong(1, 1);
            insert.setLongs(2, new long[] {T, T + 1}).setList(3, List.of(1, 1L << 31));
            assertRefused(insert::addRows, "table db.c1, column v, row 1: the number is out of the range of INT");

            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            insert.setString(0, "db.c2").setLong(1, 1).setLong(2, T);
            assertRefused(
                    () -> insert.setLong(3, 1L << 31),
                    "table db.c2, column v, row 1: the number is out of the range of INT");
            insert.setLong(3, 5).addRow();
            assertThat(insert.execute()).isEqualTo(2);
        });
        assertThat(count("select count(*) from db.st where v = 5")).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotComplete() {
        withSubtables(insert -> {
            insert.setLong(1, 1).setLong(2, T).setLong(3, 1);
            assertRefused(insert::addRow, "row 0 has no table name");
            insert.clear();
            insert.setString(0, "db.c1").setLong(2, T).setLong(3, 1);
            assertRefused(insert::addRow, "table db.c1, column i, row 0: no value has been set");
            insert.setLong(1, 1).addRow();
            insert.setLong(2, T + 1);
            assertRefused(insert::addRow, "table db.c1, column v, row 1: no value has been set");
            insert.clear();
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLongs(2, new long[] {T, T + 1})
                    .setInts(3, new int[1]);
            assertRefused(insert::addRows, "table db.c1, column v, row 0: the column has 1 rows, and another one 2");
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLongs(2, new long[] {T, T + 1})
                    .setInts(3, new int[1]);
            assertRefused(() -> insert.addRows(2), "table db.c1, column v, row 0: the column has 1 rows of 2");
            assertRefused(() -> insert.setString(0, ""), "a table name is empty");
            assertRefused(() -> insert.setLong(0, 1), "placeholder 0 is the table name: set a String");
        });
    }

    @Test
    void bindsAgainWhatHasBeenSetWrongly() {
        withSubtables(insert -> {
            insert.setString(0, "db.c1")
                    .setLong(1, 7)
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .setLong(3, 2);
            assertRefused(
                    () -> insert.setString(3, "x"),
                    "table db.c1, column v, row 0: a INT does not take a value of kind String");
            assertRefused(insert::addRow, "table db.c1, column v, row 0: no value has been set");
            insert.setLong(3, 4).addRow();
            assertThat(insert.execute()).isEqualTo(1);
        });
        assertThat(count("select count(*) from db.st where v = 4 and i = 1")).isEqualTo(1);
    }

    @Test
    void keepsNothingBoundAfterAnExecution() {
        withSubtables(insert -> {
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(1);
            assertThat(insert.execute()).isZero();
            insert.setLong(2, T).setLong(3, 1);
            assertRefused(insert::addRow, "row 0 has no table name");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"stmt2_exec", "stmt2_bind"})
    void preparesAnewWhenTheServerAsksForARetry(String action) {
        server.faults().add(new FaultRule(Occasion.action(action), Fault.error(0x0125, "Retry needed"), 2));

        withSubtables(insert -> {
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(1);
        });

        assertThat(count("select count(*) from db.st")).isEqualTo(1);
    }

    @Test
    void preparesAnewWhenTheSuperTableIsAnotherOne() {
        withSubtables(insert -> {
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(1);
            client.execute("drop stable db.st");
            client.execute("create stable db.st (ts timestamp, v int) tags (i int)");

            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(1);
        });
    }

    @Test
    void writesOnAfterTheServerHasRefusedRows() {
        server.faults().add(FaultRule.once(Occasion.action("stmt2_exec"), Fault.error(0x2653, "Value too long")));

        withSubtables(insert -> {
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            assertThatExceptionOfType(TdengineStatementException.class)
                    .isThrownBy(insert::execute)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(0x2653));
            insert.setString(0, "db.c1")
                    .setLong(1, 1)
                    .setLong(2, T)
                    .setLong(3, 1)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(1);
        });
    }

    @Test
    void seesAColumnThatHasBeenMadeLonger() {
        client.execute("create table db.long (ts timestamp, s varchar(4))");
        try (TdStatement insert = client.prepare("insert into db.long values(?,?)")) {
            insert.setLong(0, T);
            assertRefused(
                    () -> insert.setString(1, "abcde"),
                    "column s, row 0: the text is longer than the 4 bytes of the column");
        }
        client.execute("alter table db.long modify column s varchar(8)");

        try (TdStatement insert = client.prepare("insert into db.long values(?,?)")) {
            insert.setLong(0, T).setString(1, "abcde").addRow();
            assertThat(insert.execute()).isEqualTo(1);
        }
    }

    @Test
    void refusesStatementsThatTheServerRefuses() {
        assertThatExceptionOfType(TdengineStatementException.class)
                .isThrownBy(() -> client.prepare("insert into db.missing values(?,?)"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(0x022b));
    }

    @Test
    void tellsInsertsFromQueries() {
        try (TdStatement select = client.prepare("select v from db.st where v > ?")) {
            assertRefused(select::execute, "this is a query, not an INSERT");
            assertRefused(
                    () -> select.setNull(0),
                    "parameter 0 is NULL, to which nothing is equal; write IS NULL into the query");
            assertRefused(select::query, "column parameter 0, row 0: no value has been set");
        }
        withSubtables(insert -> assertRefused(insert::query, "this is an INSERT, not a query"));
    }

    @Test
    void isOfNoUseOnceClosed() {
        TdStatement insert = client.prepare("insert into db.st (tbname, i, ts, v) values(?,?,?,?)");
        insert.close();
        insert.close();

        assertThatIllegalStateException().isThrownBy(() -> insert.setLong(1, 1));
    }

    @Test
    void cannotBindOverRest() {
        try (TdengineClient rest = TdengineClient.builder()
                .transport(TransportType.REST)
                .endpoints(server.endpoint())
                .build()) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> rest.prepare("insert into db.t values(?)"))
                    .withMessageContaining("websocket");
        }
    }

    private void withSubtables(Consumer<TdStatement> use) {
        try (TdStatement insert = client.prepare("insert into ? using db.st tags(?) values(?,?)")) {
            use.accept(insert);
        }
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatExceptionOfType(TdengineStatementException.class)
                .isThrownBy(call::run)
                .withMessage(message);
    }

    private long count(String sql) {
        try (QueryResult result = client.query(sql)) {
            return result.nextBlock().longAt(0, 0);
        }
    }
}
