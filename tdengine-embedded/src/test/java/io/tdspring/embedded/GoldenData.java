// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import io.tdspring.data.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** Makes the tables which the recordings were made with. */
final class GoldenData {

    private static final String ALL_TYPES =
            "create table alltypes(ts timestamp, c_bool bool, c_i8 tinyint, c_i16 smallint,"
                    + " c_i32 int, c_i64 bigint, c_u8 tinyint unsigned, c_u16 smallint unsigned, c_u32 int unsigned,"
                    + " c_u64 bigint unsigned, c_f float, c_d double, c_vc varchar(64), c_nc nchar(32), c_vb varbinary(64),"
                    + " c_geo geometry(512), c_d64 decimal(18,4), c_d128 decimal(38,10), c_ts timestamp, c_blob blob)";
    private static final String[] EDGES_BOOL = {
        "null", "false", "false", "true", "false", "false", "true", "false", "null", "true", "false", "false", "true",
        "false", "false", "true", "false"
    };
    private static final int EDGES_NULL = 7;
    private static final long START = 1_700_000_000_000L;

    private GoldenData() {}

    /** The databases {@code gold_ms} and {@code gold_us}. */
    static void create(RestPeer rest) {
        createAllTypes(rest, "ms");
        createAllTypes(rest, "us");
        rest.run("/rest/sql/gold_ms", "create table edges(ts timestamp, b bool, v tinyint)");
        for (int i = 0; i < EDGES_BOOL.length; i++) {
            String v = i == EDGES_NULL ? "null" : Integer.toString(i - 4);
            rest.run(
                    "/rest/sql/gold_ms",
                    "insert into edges values(" + (START + i) + "," + EDGES_BOOL[i] + "," + v + ")");
        }
        rest.run("/rest/sql/gold_ms", "create stable st(ts timestamp, v int) tags(g_i32 int)");
        for (String table : new String[] {"a1", "a2"}) {
            rest.run(
                    "/rest/sql/gold_ms",
                    "insert into " + table + " using st tags(1) values(" + START + ",1)(" + (START + 1000) + ",null)");
        }
    }

    private static void createAllTypes(RestPeer rest, String precision) {
        String path = "/rest/sql/gold_" + precision;
        rest.run("/rest/sql", "create database gold_" + precision + " precision '" + precision + "' keep 36500");
        rest.run(path, ALL_TYPES);
        JsonNode expected = Resources.json("ws/all-types-" + precision + ".expected.json");
        for (JsonNode row : expected.get("rows")) {
            rest.run(path, insert("alltypes", expected.get("columns"), row));
        }
    }

    /** The statement that writes a row of an {@code .expected.json}. */
    static String insert(String table, JsonNode columns, JsonNode row) {
        StringBuilder sql = new StringBuilder("insert into " + table + " values(");
        for (int i = 0; i < row.size(); i++) {
            sql.append(i == 0 ? "" : ",").append(literal(columns.get(i), row.get(i)));
        }
        return sql.append(')').toString();
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
