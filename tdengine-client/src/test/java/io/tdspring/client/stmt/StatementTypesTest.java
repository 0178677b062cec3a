// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.TdengineClient;
import io.tdspring.data.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binding every type against the embedded server in its versions: what is bound is what a query finds. */
class StatementTypesTest extends StatementTestBed {

    /** POINT(1 2), little-endian. */
    private static final byte[] POINT = HexFormat.of().parseHex("0101000000000000000000f03f0000000000000040");

    private static final String TYPES = "(ts timestamp, b bool, i1 tinyint, i2 smallint, i4 int, i8 bigint,"
            + " u1 tinyint unsigned, u2 smallint unsigned, u4 int unsigned, u8 bigint unsigned, f float, d double,"
            + " s varchar(8), n nchar(4), x varbinary(8), g geometry(100), t2 timestamp)";

    private static final int COLUMNS = 17;

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

    @Test
    void bindsZeroWhereNoDigitIsBeforeThePoint() {
        TdengineClient client = connect("3.3.7.5");
        client.execute("create database db");
        client.execute("create table db.t (ts timestamp, c decimal(4,4))");

        try (TdStatement insert = client.prepare("insert into db.t values(?,?)")) {
            insert.setLong(0, T).setDecimal(1, new BigDecimal("0.000000")).addRow();
            insert.setLong(0, T + 1).setDecimal(1, new BigDecimal("0.5")).addRow();
            assertThat(insert.execute()).isEqualTo(2);
        }

        assertThat(read(client, "select c from db.t"))
                .containsExactly(row(new BigDecimal("0.0000")), row(new BigDecimal("0.5000")));
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
}
