// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;
import io.tdspring.data.Precision;
import io.tdspring.embedded.EmbeddedTdengine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binding against the embedded server in its versions: what is bound is what a query finds. */
class StatementContractTest {

    /** POINT(1 2), little-endian. */
    private static final byte[] POINT = HexFormat.of().parseHex("0101000000000000000000f03f0000000000000040");

    private static final String TYPES = "(ts timestamp, b bool, i1 tinyint, i2 smallint, i4 int, i8 bigint,"
            + " u1 tinyint unsigned, u2 smallint unsigned, u4 int unsigned, u8 bigint unsigned, f float, d double,"
            + " s varchar(8), n nchar(4), x varbinary(8), g geometry(100), t2 timestamp)";

    private static final int COLUMNS = 17;

    private static final long T = 1_700_000_000_000L;

    private @Nullable EmbeddedTdengine server;
    private @Nullable TdengineClient client;

    private TdengineClient connect(String version) {
        server = EmbeddedTdengine.builder().version(version).start();
        client = TdengineClient.builder().endpoints(server.endpoint()).build();
        return client;
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3.3.6.0,ms", "3.3.6.0,us", "3.3.6.0,ns",
        "3.3.7.5,ms", "3.3.7.5,us", "3.3.7.5,ns",
        "3.4.1.13,ms", "3.4.1.13,us", "3.4.1.13,ns"
    })
    void bindsEveryTypeRowByRow(String version, String precision) {
        TdengineClient client = connect(version);
        client.execute("create database db precision '" + precision + "'");
        client.execute("create table db.t " + TYPES);

        try (TdStatement insert = client.prepare("insert into db.t values(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            assertThat(insert.isInsert()).isTrue();
            for (List<Object> row : rows(precision)) {
                for (int i = 0; i < COLUMNS; i++) {
                    insert.setObject(i, row.get(i));
                }
                insert.addRow();
            }
            assertThat(insert.boundRows()).isEqualTo(3);
            assertThat(insert.execute()).isEqualTo(3);
            assertThat(insert.boundRows()).isZero();
        }

        assertThat(read(client, "select * from db.t")).containsExactlyElementsOf(withHex(rows(precision)));
    }

    @ParameterizedTest
    @CsvSource({"3.3.6.0,ns", "3.3.7.5,ms", "3.4.1.13,us"})
    void bindsEveryTypeByColumns(String version, String precision) {
        TdengineClient client = connect(version);
        client.execute("create database db precision '" + precision + "'");
        client.execute("create table db.t " + TYPES);
        List<List<Object>> rows = rows(precision);
        boolean[] last = {false, false, true};
        BitSet lastBit = BitSet.valueOf(new long[] {4});
        NullMarks nulls = NullMarks.of(last);

        try (TdStatement insert = client.prepare("insert into db.t values(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            insert.setLongs(0, longs(rows, 0, precision))
                    .setBooleans(1, new boolean[] {true, false, true}, nulls)
                    .setTinyInts(2, new byte[] {127, -128, 5}, nulls)
                    .setShorts(3, new short[] {32767, -32768, 5}, NullMarks.of(lastBit))
                    .setInts(4, new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 5}, nulls)
                    .setLongs(5, new long[] {Long.MAX_VALUE, -Long.MAX_VALUE, 5}, nulls)
                    .setInts(6, new int[] {255, 0, -5}, nulls)
                    .setLongs(7, new long[] {65535, 0, -5}, nulls)
                    .setLongs(8, new long[] {4294967295L, 0, -5}, nulls)
                    .setList(9, column(rows, 9))
                    .setFloats(10, new float[] {1.5f, -0.25f, 5}, nulls)
                    .setDoubles(11, new double[] {2.25, -1e300, 5}, nulls)
                    .setList(12, column(rows, 12))
                    .setList(13, column(rows, 13))
                    .setList(14, column(rows, 14))
                    .setList(15, column(rows, 15))
                    .setList(16, column(rows, 16))
                    .addRows();
            assertThat(insert.execute()).isEqualTo(3);
        }

        assertThat(read(client, "select * from db.t")).containsExactlyElementsOf(withHex(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsSeveralTablesWithTheirTags(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create stable db.st (ts timestamp, v int, s nchar(8)) tags (i int, j varchar(8))");

        try (TdStatement insert = client.prepare("insert into ? using db.st tags(?,?) values(?,?,?)")) {
            insert.setString(0, "db.c1").setLong(1, 1).setString(2, "one");
            insert.setLongs(3, new long[] {T + 1, T + 2})
                    .setInts(4, new int[] {10, 20})
                    .setList(5, List.of("a", "b"));
            insert.addRows();
            insert.setString(0, "db.c2").setNull(1).setString(2, "two");
            insert.setLong(3, T + 1).setLong(4, 30).setString(5, "c").addRow();
            insert.setLong(3, T + 2).setNull(4).setString(5, "d").addRow();
            insert.setString(0, "db.c1").setLong(1, 1).setString(2, "one");
            insert.setLong(3, T + 3).setLong(4, 40).setNull(5).addRow();
            insert.setLong(4, 60).setString(5, "f").setLong(3, T + 1);
            insert.setString(2, "three").setString(0, "db.c3").setLong(1, 3).addRow();
            assertThat(insert.execute()).isEqualTo(6);
        }

        assertThat(read(client, "select tbname, i, j, ts, v, s from db.st order by tbname, ts"))
                .containsExactly(
                        row("c1", 1, "one", at(1), 10, "a"),
                        row("c1", 1, "one", at(2), 20, "b"),
                        row("c1", 1, "one", at(3), 40, null),
                        row("c2", null, "two", at(1), 30, "c"),
                        row("c2", null, "two", at(2), null, "d"),
                        row("c3", 3, "three", at(1), 60, "f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsTableNamesAsAColumn(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create stable db.st (ts timestamp, v int) tags (i int)");

        try (TdStatement insert = client.prepare("insert into db.st (ts, tbname, i, v) values(?,?,?,?)")) {
            for (int i = 0; i < 4; i++) {
                insert.setLong(0, T + i)
                        .setString(1, "c" + i / 2)
                        .setLong(2, i / 2)
                        .setLong(3, i * 10L)
                        .addRow();
            }
            assertThat(insert.execute()).isEqualTo(4);
        }

        assertThat(read(client, "select tbname, i, ts, v from db.st order by tbname, ts"))
                .containsExactly(
                        row("c0", 0, at(0), 0),
                        row("c0", 0, at(1), 10),
                        row("c1", 1, at(2), 20),
                        row("c1", 1, at(3), 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsTablesThatExistByTheirNamesAlone(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t1 (ts timestamp, v smallint, s varchar(4))");
        client.execute("create table db.t2 (ts timestamp, v smallint, s varchar(4))");

        try (TdStatement insert = client.prepare("insert into ? values(?,?,?)")) {
            insert.setString(0, "db.t1")
                    .setLong(1, T + 1)
                    .setLong(2, 2)
                    .setString(3, "four")
                    .addRow();
            insert.setString(0, "db.t2")
                    .setLong(1, T + 1)
                    .setLong(2, 3)
                    .setNull(3)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(2);
        }

        assertThat(read(client, "select * from db.t1")).containsExactly(row(at(1), (short) 2, "four"));
        assertThat(read(client, "select * from db.t2")).containsExactly(row(at(1), (short) 3, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5"})
    void bindsDecimalsAtTheScaleOfTheColumn(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create stable db.st (ts timestamp, a decimal(10,2), b decimal(38,10)) tags (i int)");
        BigDecimal longest = new BigDecimal("-1234567890123456789012345678.0123456789");

        try (TdStatement insert = client.prepare("insert into ? using db.st tags(?) values(?,?,?)")) {
            insert.setString(0, "db.c1").setLong(1, 1);
            insert.setLong(2, T + 1)
                    .setDecimal(3, new BigDecimal("-12.3"))
                    .setDecimal(4, longest)
                    .addRow();
            insert.setLongs(2, new long[] {T + 2, T + 3});
            insert.setList(3, Arrays.asList(new BigDecimal("99999999.99"), null));
            insert.setList(4, Arrays.asList(null, new BigDecimal("1E+2"))).addRows();
            assertThat(insert.execute()).isEqualTo(3);
        }

        assertThat(read(client, "select a, b from db.st"))
                .containsExactly(
                        row(new BigDecimal("-12.30"), longest),
                        row(new BigDecimal("99999999.99"), null),
                        row(null, new BigDecimal("100.0000000000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsJsonTags(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create stable db.st (ts timestamp, v int) tags (j json)");

        try (TdStatement insert = client.prepare("insert into ? using db.st tags(?) values(?,?)")) {
            insert.setString(0, "db.c1")
                    .setString(1, "{\"a\":\"é\"}")
                    .setLong(2, T + 1)
                    .setLong(3, 1)
                    .addRow();
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(read(client, "select j->'a' from db.st")).containsExactly(row("\"é\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.7.5", "3.4.1.13"})
    void bindsBlobs(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, x blob)");
        byte[] large = new byte[100_000];
        Arrays.fill(large, (byte) 7);

        try (TdStatement insert = client.prepare("insert into db.t values(?,?)")) {
            insert.setLong(0, T + 1).setBytes(1, large).addRow();
            insert.setLong(0, T + 2).setNull(1).addRow();
            assertThat(insert.execute()).isEqualTo(2);
        }

        assertThat(read(client, "select x from db.t"))
                .containsExactlyElementsOf(withHex(List.of(row(large), row((Object) null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void keepsWhatIsThereWhereNothingIsSet(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, a int, b varchar(4))");
        client.execute("insert into db.t values (1700000000001, 10, 'old')");

        try (TdStatement insert = client.prepare("insert into db.t values(?,?,?)")) {
            insert.setLong(0, T + 1).setUnset(1).setString(2, "new").addRow();
            assertThat(insert.execute()).isEqualTo(1);
        }

        assertThat(read(client, "select a, b from db.t")).containsExactly(row(10, "new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.3.7.5", "3.4.1.13"})
    void bindsTheParametersOfQueries(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, v int, s nchar(20), d double)");
        client.execute("insert into db.t values (1700000000000, 1, 'it''s', 1.5) (1700000000001, 2, '涛思', 2.5)"
                + " (1700000000002, 3, 'c', 3.5)");

        try (TdStatement select = client.prepare("select v, s from db.t where v > ? and s = ?")) {
            assertThat(select.isInsert()).isFalse();
            select.setLong(0, 0).setString(1, "it's");
            assertThat(read(client.query(select))).containsExactly(row(1, "it's"));
            select.setLong(0, 1).setString(1, "涛思");
            assertThat(read(client.query(select))).containsExactly(row(2, "涛思"));
        }
        try (TdStatement select = client.prepare("select v from db.t where ts >= ? and d < ?")) {
            select.setInstant(0, Instant.ofEpochMilli(1700000000001L)).setDouble(1, 3);
            assertThat(read(client.query(select))).containsExactly(row(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.6.0", "3.4.1.13"})
    void writesMoreRowsThanAFrameHolds(String version) {
        TdengineClient client = connect(version);
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, s varchar(100))");
        int count = 60_000;
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = T + i;
        }

        try (TdStatement insert = client.prepare("insert into db.t values(?,?)")) {
            insert.setLongs(0, times)
                    .setList(1, Collections.nCopies(count, "x".repeat(100)))
                    .addRows();
            for (int i = 0; i < count; i++) {
                insert.setLong(0, T + count + i).setString(1, "y".repeat(100)).addRow();
            }
            assertThat(insert.boundRows()).isEqualTo(2L * count);
            assertThat(insert.execute()).isEqualTo(2L * count);
        }

        assertThat(read(client, "select count(*), first(ts), last(ts) from db.t"))
                .containsExactly(row(2L * count, at(0), at(2L * count - 1)));
    }

    private static List<List<Object>> rows(String precision) {
        Instant first = Instant.ofEpochMilli(1700000000000L);
        Instant second = first.plusNanos(
                switch (precision) {
                    case "ms" -> 1_000_000;
                    case "us" -> 1_000;
                    default -> 1;
                });
        List<Object> nulls = new ArrayList<>(Collections.nCopies(COLUMNS, null));
        nulls.set(0, first.plusSeconds(1));
        return List.of(
                row(
                        first,
                        true,
                        (byte) 127,
                        (short) 32767,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        (short) 255,
                        65535,
                        4294967295L,
                        new BigInteger("18446744073709551615"),
                        1.5f,
                        2.25,
                        "abcdefgh",
                        "涛思数😀",
                        new byte[] {0, 1, -1},
                        POINT,
                        first),
                row(
                        second,
                        false,
                        (byte) -128,
                        (short) -32768,
                        Integer.MIN_VALUE,
                        -Long.MAX_VALUE,
                        (short) 0,
                        0,
                        0L,
                        BigInteger.ZERO,
                        -0.25f,
                        -1e300,
                        "",
                        "",
                        new byte[0],
                        POINT,
                        second),
                nulls);
    }

    private static long[] longs(List<List<Object>> rows, int column, String precision) {
        Precision unit = Arrays.stream(Precision.values())
                .filter(each -> each.symbol().equals(precision))
                .findFirst()
                .orElseThrow();
        return rows.stream()
                .mapToLong(row -> unit.fromInstant((Instant) row.get(column)))
                .toArray();
    }

    private static List<Object> column(List<List<Object>> rows, int column) {
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(column)));
        return values;
    }

    private static List<Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(T + millis);
    }

    private static List<List<Object>> read(TdengineClient client, String sql) {
        return read(client.query(sql));
    }

    private static List<List<Object>> read(QueryResult query) {
        List<List<Object>> rows = new ArrayList<>();
        try (QueryResult result = query) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                for (int row = 0; row < block.rows(); row++) {
                    List<Object> cells = new ArrayList<>();
                    for (int column = 0; column < result.columns().size(); column++) {
                        cells.add(block.valueAt(column, row));
                    }
                    rows.add(cells);
                }
            }
        }
        return withHex(rows);
    }

    /** Arrays as text, since they are not equal to others of the same bytes. */
    private static List<List<Object>> withHex(List<List<Object>> rows) {
        List<List<Object>> shown = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cells = new ArrayList<>();
            row.forEach(cell ->
                    cells.add(cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : cell));
            shown.add(cells);
        }
        return shown;
    }
}
