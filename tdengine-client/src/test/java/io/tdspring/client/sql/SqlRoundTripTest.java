// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.QueryResult;
import io.tdspring.client.TdengineClient;
import io.tdspring.data.Block;
import io.tdspring.embedded.EmbeddedTdengine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Literals written, parsed by the server, stored and read back: the same value of every type. */
class SqlRoundTripTest {

    private static final String COLUMNS = "bo bool, ti tinyint, si smallint, i int, bi bigint, ut tinyint unsigned,"
            + " us smallint unsigned, ui int unsigned, ub bigint unsigned, f float, d double, vc varchar(4000),"
            + " nc nchar(1000), vb varbinary(300), geo geometry(100), d64 decimal(18,4), d128 decimal(38,10),"
            + " t timestamp, bl blob";

    private static EmbeddedTdengine server;
    private static TdengineClient client;
    private static long nextTimestamp = 1_700_000_000_000L;

    @BeforeAll
    static void start() {
        server = EmbeddedTdengine.builder().start();
        client =
                TdengineClient.builder().endpoints("127.0.0.1:" + server.port()).build();
        for (String precision : List.of("ms", "us", "ns")) {
            client.execute("create database trip_" + precision + " precision '" + precision + "' keep 36500");
            client.execute("create table trip_" + precision + ".alltypes (ts timestamp, " + COLUMNS + ")");
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("bo", true),
                Arguments.of("bo", false),
                Arguments.of("ti", Byte.MIN_VALUE),
                Arguments.of("ti", Byte.MAX_VALUE),
                Arguments.of("si", Short.MIN_VALUE),
                Arguments.of("si", Short.MAX_VALUE),
                Arguments.of("i", Integer.MIN_VALUE),
                Arguments.of("i", Integer.MAX_VALUE),
                Arguments.of("bi", Long.MIN_VALUE),
                Arguments.of("bi", Long.MAX_VALUE),
                Arguments.of("bi", 9_007_199_254_740_993L),
                Arguments.of("ut", (short) 255),
                Arguments.of("us", 65535),
                Arguments.of("ui", 4_294_967_295L),
                Arguments.of("ub", new BigInteger("18446744073709551615")),
                Arguments.of("ub", new BigInteger("9223372036854775808")),
                Arguments.of("f", 0.1f),
                Arguments.of("f", Float.MAX_VALUE),
                Arguments.of("f", -Float.MAX_VALUE),
                Arguments.of("f", Float.MIN_NORMAL),
                Arguments.of("d", 0.1),
                Arguments.of("d", Double.MAX_VALUE),
                Arguments.of("d", -Double.MAX_VALUE),
                Arguments.of("d", Double.MIN_NORMAL),
                Arguments.of("d", -0.0),
                Arguments.of("d64", new BigDecimal("-99999999999999.9999")),
                Arguments.of("d128", new BigDecimal("9999999999999999999999999999.9999999999")),
                Arguments.of("d128", new BigDecimal("-0.0000000001")),
                Arguments.of("vb", new byte[0]),
                Arguments.of("vb", new byte[] {0, 1, 0x0a, 0x27, 0x5c, 0x7f, (byte) 0x80, (byte) 0xff}),
                Arguments.of("bl", new byte[] {0, (byte) 0xff}),
                Arguments.of("t", Instant.parse("1969-12-31T23:59:59.999Z")),
                Arguments.of("t", Instant.EPOCH),
                Arguments.of("t", Instant.parse("2024-02-29T12:00:00Z")),
                Arguments.of("t", Instant.parse("2200-01-01T00:00:00.123Z")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void bringsBackTheSameValue(String column, Object value) {
        assertThat(roundTrip("trip_ms", column, SqlLiterals.of(value))).isEqualTo(value);
    }

    static Stream<String> texts() {
        StringBuilder controls = new StringBuilder();
        for (char c = 1; c < ' '; c++) {
            controls.append(c);
        }
        return Stream.of(
                "",
                " sp ",
                "null",
                "it's \"so\"",
                "'",
                "''",
                "\\",
                "\\'",
                "x\\",
                "\\n\\t\\r\\%\\_\\x41\\\\",
                "%_\\%",
                "tab\tnl\ncr\rq\"b\\s'",
                controls.append('\u007f').toString(),
                "`bq` -- none /* no */ ; # ?",
                "'); drop database trip_ms; --",
                "naïve 日本語 😀",
                "a😀é𝄞漢\u2028\u00a0\uffff",
                "SELECT Upper Case",
                "{\"a\":\"b\\\"c\"}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void bringsBackTheSameText(String text) {
        assertThat(roundTrip("trip_ms", "vc", SqlLiterals.of(text))).isEqualTo(text);
        assertThat(roundTrip("trip_ms", "nc", SqlLiterals.of(text))).isEqualTo(text);
    }

    @Test
    void bringsBackNullOfEveryType() {
        for (String definition : COLUMNS.split(", ?(?=[a-z])", -1)) {
            String column = definition.split(" ", 2)[0];
            assertThat(roundTrip("trip_ms", column, SqlLiterals.of(null)))
                    .as(column)
                    .isNull();
        }
    }

    @Test
    void takesGeometryAsWellKnownText() {
        assertThat(roundTrip("trip_ms", "geo", SqlLiterals.of("POINT(1 2)")))
                .isEqualTo(HexFormat.of().parseHex("0101000000000000000000f03f0000000000000040"));
    }

    @ParameterizedTest
    @CsvSource({"ms, 2023-11-14T22:13:20.123Z", "us, 2023-11-14T22:13:20.123456Z", "ns, 2023-11-14T22:13:20.123456789Z"
    })
    void storesAnInstantAsFinelyAsTheDatabaseCan(String precision, Instant stored) {
        Instant written = Instant.parse("2023-11-14T22:13:20.123456789Z");

        assertThat(roundTrip("trip_" + precision, "t", SqlLiterals.of(written))).isEqualTo(stored);
    }

    @Test
    void storesWhatTheWriterSplitIntoStatementsCompletely() {
        client.execute("create stable trip_ms.crop (ts timestamp, note varchar(2000)) tags (field nchar(8))");
        InsertTarget north = child("Norther'n", "no'rth");
        InsertTarget south = child("s字", null);
        long[] written = {0};
        InsertWriter writer = new InsertWriter(sql -> written[0] += client.execute(sql));

        for (int i = 0; i < 1500; i++) {
            writer.add(i % 300 < 150 ? north : south, List.of(1_700_000_000_000L + i, "é".repeat(900)));
        }
        writer.finish();

        assertThat(written[0]).isEqualTo(1500);
        assertThat(single("select count(*) from trip_ms.crop")).isEqualTo(1500L);
        assertThat(single("select count(*) from trip_ms.crop where field = 'no\\'rth'"))
                .isEqualTo(750L);
        assertThat(single("select count(*) from trip_ms.`s字`")).isEqualTo(750L);
    }

    private static InsertTarget child(String table, String tag) {
        List<Object> tags = new java.util.ArrayList<>();
        tags.add(tag);
        return new InsertTarget(
                "trip_ms", table, new InsertTarget.ChildOf("crop", List.of("field"), tags), List.of("ts", "note"));
    }

    private static Object roundTrip(String database, String column, String literal) {
        long timestamp = nextTimestamp++;
        String table = database + ".alltypes";
        client.execute("insert into " + table + " (ts, " + column + ") values (" + timestamp + ", " + literal + ")");
        return single("select " + column + " from " + table + " where ts = " + timestamp);
    }

    private static Object single(String sql) {
        try (QueryResult result = client.query(sql)) {
            Block block = result.nextBlock();
            assertThat(block).as(sql).isNotNull();
            assertThat(block.rows()).isEqualTo(1);
            return block.valueAt(0, 0);
        }
    }
}
