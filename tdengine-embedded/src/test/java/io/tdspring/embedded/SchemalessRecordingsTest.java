// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Writes without a schema what was written to a real server, expects its answers, and reads the rows by SQL. */
class SchemalessRecordingsTest {

    private static final String PATH = "/rest/sql/gold_sml";

    private EmbeddedTdengine server;
    private RestPeer rest;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder().start();
        rest = new RestPeer(server);
        rest.run("/rest/sql", "create database gold_sml precision 'ns' keep 36500");
        rest.run("/rest/sql", "create database gold_sml_ms precision 'ms' keep 36500");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void replay(String name) {
        try (WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            Conversation.read(name).replay(peer);
        }
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : rest.run(PATH, sql).get("data")) {
            rows.add(row.toString());
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemaless-line", "schemaless-telnet", "schemaless-json", "schemaless-errors"})
    void answersLikeTheRealServer(String name) {
        replay(name);
    }

    @Test
    void keepsTheRowsOfTheLineProtocol() {
        replay("schemaless-line");

        assertThat(rows("select t1, t2, t3, c1, c3, c2, c4, cast(_ts as bigint) from st where _ts < '2022-01-01'"
                        + " order by t1, _ts"))
                .containsExactly(
                        "[\"3i64\",\"4f64\",\"\\\"t3\\\"\",3,\"passit\",false,4,1626006833639000000]",
                        "[\"3i64\",\"4f64\",\"\\\"t3\\\"\",3,\"passit\",false,4,1626006833640000000]",
                        "[\"5i64\",\"4f64\",\"\\\"t3\\\"\",3,\"passit\",false,4,1626006833639000000]");
        assertThat(rows("select t1, t2, c1, c2 from st where _ts > '2022-01-01'"))
                .as("the row without a timestamp")
                .containsExactly("[\"3i64\",null,3,null]");
    }

    @Test
    void readsTimestampsInTheUnitOfTheRequest() {
        replay("schemaless-line");

        assertThat(rows("select v, cast(_ts as bigint) from prec where t = '1' order by _ts"))
                .containsExactly(
                        "[1,1626006833642001]",
                        "[668,1626004800000000000]",
                        "[113,1626006780000000000]",
                        "[833,1626006833000000000]",
                        "[640,1626006833640000000]",
                        "[0,1626006833641000000]",
                        "[0,1626006833642000000]",
                        "[0,1626006833643000000]",
                        "[0,1626006833644000000]",
                        "[0,1626006833645000000]");
    }

    @Test
    void keepsEveryTypeOfTheLineProtocol() {
        replay("schemaless-line");

        assertThat(rows("select a, b, c, d, e, f, g, h, i, j, k, l, m, n, p, q, r, s from ty"))
                .containsExactly("[1,2,3,4,5,6,7,8,1.5,2.5,2.5,true,\"str\",\"nch\",9,10,true,false]");
        assertThat(rows("select o, u from ty"))
                .containsExactly("[\"01ff\",\"0101000000000000000000f03f0000000000000040\"]");
        assertThat(columns("ty"))
                .containsExactly(
                        "_ts TIMESTAMP",
                        "a TINYINT",
                        "b TINYINT UNSIGNED",
                        "c SMALLINT",
                        "d SMALLINT UNSIGNED",
                        "e INT",
                        "f INT UNSIGNED",
                        "g BIGINT",
                        "h BIGINT UNSIGNED",
                        "i FLOAT",
                        "j DOUBLE",
                        "k DOUBLE",
                        "l BOOL",
                        "m VARCHAR",
                        "n NCHAR",
                        "o VARBINARY",
                        "p BIGINT",
                        "q BIGINT UNSIGNED",
                        "r BOOL",
                        "s BOOL",
                        "u GEOMETRY",
                        "t NCHAR");
    }

    @Test
    void namesTablesByTheKeyOfTheRequest() {
        replay("schemaless-line");

        assertThat(rows("select tbname, t from tnk where t = '1'")).containsExactly("[\"mytable\",\"1\"]");
        assertThat(rows("select tbname from tnk where t = '2'"))
                .singleElement()
                .asString()
                .matches("\\[\"t_[0-9a-f]{32}\"]");
        assertThat(columns("tnk")).containsExactly("_ts TIMESTAMP", "v BIGINT", "t NCHAR");
    }

    @Test
    void keepsTheRowsOfTelnetLines() {
        replay("schemaless-telnet");

        assertThat(rows("select cast(_ts as bigint), _value, `host`, `interface` from sys_if_bytes_out order by _ts"))
                .containsExactly(
                        "[1479496100000000000,1300,\"web01\",\"eth0\"]",
                        "[1479496101000000000,1300,\"web01\",\"eth0\"]");
        assertThat(rows("select _value, `host` from m1 order by _ts")).containsExactly("[1,\"a\"]", "[2,\"a\"]");
        assertThat(rows("select _value from m2")).containsExactly("[\"text\"]");
    }

    @Test
    void keepsTheRowsOfJson() {
        replay("schemaless-json");

        assertThat(rows("select cast(_ts as bigint), _value, groupid, location, id from meter_current order by _ts"))
                .containsExactly(
                        "[1346846400000000000,10.3,2,\"California.SanFrancisco\",\"d1001\"]",
                        "[1346846401000000000,10.3,2,\"x\",\"d1001\"]",
                        "[1346846402000000000,12.6,2,\"y\",\"d1002\"]");
        assertThat(rows("select cast(_ts as bigint), _value, t, u from mt"))
                .containsExactly("[1346846400000000000,true,1,\"é\"]");
        assertThat(columns("mt")).containsExactly("_ts TIMESTAMP", "_value BOOL", "t TINYINT", "u NCHAR");
    }

    @Test
    void writesInMillisecondsWhereTheDatabaseDoes() {
        String drop = "drop stable if exists st"
                .chars()
                .mapToObj(c -> "%02x".formatted(c))
                .collect(Collectors.joining());
        try (WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            Conversation.read("schemaless-errors")
                    .without(request -> request.endsWith(drop))
                    .replay(peer);
        }

        assertThat(rest.run("/rest/sql/gold_sml_ms", "select cast(_ts as bigint), c1 from st")
                        .get("data"))
                .hasToString("[[1626006833639,3]]");
    }

    /** Names and types of the columns and tags. */
    private List<String> columns(String table) {
        List<String> columns = new ArrayList<>();
        for (JsonNode row : rest.run(PATH, "describe " + table).get("data")) {
            columns.add(row.get(0).asString() + " " + row.get(1).asString());
        }
        return columns;
    }
}
