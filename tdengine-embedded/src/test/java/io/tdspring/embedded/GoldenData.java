// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import io.tdspring.data.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Makes the tables which the recordings were made with, but for the rows of {@code spf}, which cannot be written in SQL.
 * The values are those of the recordings' {@code expected.json}.
 */
final class GoldenData {

    private static final String ALL_TYPES =
            "create table alltypes(ts timestamp, c_bool bool, c_i8 tinyint, c_i16 smallint,"
                    + " c_i32 int, c_i64 bigint, c_u8 tinyint unsigned, c_u16 smallint unsigned, c_u32 int unsigned,"
                    + " c_u64 bigint unsigned, c_f float, c_d double, c_vc varchar(64), c_nc nchar(32), c_vb varbinary(64),"
                    + " c_geo geometry(512), c_d64 decimal(18,4), c_d128 decimal(38,10), c_ts timestamp, c_blob blob)";
    private static final String ALL_TAGS = "(g_ts timestamp, g_bool bool, g_i8 tinyint, g_i16 smallint, g_i32 int,"
            + " g_i64 bigint, g_u8 tinyint unsigned, g_u16 smallint unsigned, g_u32 int unsigned,"
            + " g_u64 bigint unsigned, g_f float, g_d double, g_vc varchar(20), g_nc nchar(20), g_vb varbinary(20),"
            + " g_geo geometry(100))";
    private static final String MILLISECONDS = "/rest/sql/gold_ms";
    private static final int STATEMENT_LENGTH = 500_000;

    private GoldenData() {}

    /** The databases {@code gold_ms}, {@code gold_us} and {@code gold_ns}, and empty ones that were there, too. */
    static void create(RestPeer rest) {
        for (String precision : List.of("ms", "us", "ns")) {
            String database = "gold_" + precision;
            rest.run("/rest/sql", "create database " + database + " precision '" + precision + "' keep 36500");
            rest.run(path(database), ALL_TYPES);
            fill(rest, database, "alltypes", expected("all-types-" + precision));
            createTags(rest, database, expected("tags-" + precision));
        }
        for (String database : List.of("jchk", "wschk", "ntchk", "chk")) {
            rest.run("/rest/sql", "create database " + database);
        }
        createJsonTags(rest);
        rest.run(MILLISECONDS, "create table edges(ts timestamp, b bool, v tinyint)");
        fill(rest, "gold_ms", "edges", expected("bitmap-17-rows"));
        rest.run(MILLISECONDS, "create table big(ts timestamp, v int, s varchar(20))");
        fill(rest, "gold_ms", "big", expected("multi-block"));
        rest.run(MILLISECONDS, "create table longv(ts timestamp, b bool, s varchar(40000), n nchar(5000))");
        fill(rest, "gold_ms", "longv", expected("long-values"));
        rest.run(
                MILLISECONDS,
                "create table decs(ts timestamp, d0 decimal(1,0), d1 decimal(10,2), d2 decimal(18,0),"
                        + " d3 decimal(18,18), d4 decimal(19,0), d5 decimal(38,0), d6 decimal(38,38),"
                        + " d7 decimal(38,10), d8 decimal(20,4))");
        fill(rest, "gold_ms", "decs", expected("decimals"));
        rest.run(MILLISECONDS, "create table spf(ts timestamp, f float, d double)");
    }

    private static String path(String database) {
        return "/rest/sql/" + database;
    }

    private static JsonNode expected(String recording) {
        return Resources.json("ws/" + recording + ".expected.json");
    }

    /** The columns there are the table's name, two of the table and the tags. */
    private static void createTags(RestPeer rest, String database, JsonNode expected) {
        rest.run(path(database), "create stable st(ts timestamp, v int) tags" + ALL_TAGS);
        for (JsonNode row : expected.get("rows")) {
            String table = row.get(0).asString();
            String tags = literals(expected.get("columns"), row, 3, row.size());
            String values = literals(expected.get("columns"), row, 1, 3);
            rest.run(path(database), "insert into " + table + " using st tags" + tags + " values" + values);
        }
    }

    private static void createJsonTags(RestPeer rest) {
        rest.run(MILLISECONDS, "create stable sj(ts timestamp, v int) tags(j json)");
        JsonNode expected = expected("json-tag");
        for (JsonNode row : expected.get("rows")) {
            String tag = row.get(2).isNull() ? "null" : "'" + row.get(2).asString() + "'";
            String values = literals(expected.get("columns"), row, 0, 2);
            rest.run(MILLISECONDS, "insert into j" + row.get(1) + " using sj tags(" + tag + ") values" + values);
        }
    }

    private static void fill(RestPeer rest, String database, String table, JsonNode expected) {
        StringBuilder sql = new StringBuilder();
        for (JsonNode row : expected.get("rows")) {
            sql.append(sql.isEmpty() ? "insert into " + table + " values" : "")
                    .append(literals(expected.get("columns"), row, 0, row.size()));
            if (sql.length() > STATEMENT_LENGTH) {
                rest.run(path(database), sql.toString());
                sql.setLength(0);
            }
        }
        if (!sql.isEmpty()) {
            rest.run(path(database), sql.toString());
        }
    }

    /** The statement that writes a row of an {@code .expected.json}. */
    static String insert(String table, JsonNode columns, JsonNode row) {
        return "insert into " + table + " values" + literals(columns, row, 0, row.size());
    }

    private static String literals(JsonNode columns, JsonNode row, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> literal(columns.get(i), row.get(i)))
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String literal(JsonNode column, JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        String type = column.has("type")
                ? column.get("type").asString()
                : DataType.of(column.get("type_code").asInt()).name();
        return switch (type) {
            case "VARCHAR", "NCHAR" -> "'" + escaped(value.asString()) + "'";
            case "VARBINARY", "BLOB" -> value.asString().isEmpty() ? "''" : "'\\x" + value.asString() + "'";
            case "GEOMETRY" -> "'" + wellKnownText(value.asString()) + "'";
            default -> value.asString();
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** Of a little-endian POINT or LINESTRING. */
    private static String wellKnownText(String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.get();
        int type = bytes.getInt();
        int points = type == 1 ? 1 : bytes.getInt();
        StringBuilder text = new StringBuilder(type == 1 ? "POINT(" : "LINESTRING(");
        for (int i = 0; i < points; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(bytes.getDouble())
                    .append(' ')
                    .append(bytes.getDouble());
        }
        return text.append(')').toString();
    }
}
