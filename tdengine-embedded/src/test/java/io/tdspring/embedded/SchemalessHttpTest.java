// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows posted to the paths of InfluxDB and OpenTSDB, as they were posted to a real server. */
class SchemalessHttpTest {

    private EmbeddedTdengine server;
    private RestPeer rest;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder().start();
        rest = new RestPeer(server);
        rest.run("/rest/sql", "create database gold_sml precision 'ns' keep 36500");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "influx-bad-req-id",
                "influx-bad-ttl",
                "influx-empty",
                "influx-invalid-measurement",
                "influx-ms",
                "influx-no-auth",
                "influx-no-db",
                "influx-ok",
                "influx-taosd-token",
                "influx-unknown-db",
                "influx-user-parameters",
                "influx-wrong-password",
                "opentsdb-bad-req-id",
                "opentsdb-json-bad",
                "opentsdb-json-empty",
                "opentsdb-json-ok",
                "opentsdb-no-auth",
                "opentsdb-telnet-bad",
                "opentsdb-telnet-empty",
                "opentsdb-telnet-ok",
                "opentsdb-unknown-db"
            })
    void answersLikeTheRealServer(String name) {
        RestRecordingsTest.check(rest, name);
    }

    private String rows(String sql) {
        return rest.run("/rest/sql/gold_sml", sql).get("data").toString();
    }

    @Test
    void keepsTheRowsThatWerePosted() {
        RestRecordingsTest.check(rest, "influx-ms");
        RestRecordingsTest.check(rest, "influx-ok");
        RestRecordingsTest.check(rest, "opentsdb-json-ok");
        RestRecordingsTest.check(rest, "opentsdb-telnet-ok");

        assertThat(rows("select tbname, t, v, cast(_ts as bigint) from ih"))
                .isEqualTo("[[\"ihname\",\"1\",1,1626006833639000000]]");
        assertThat(rows("select c1, c3 from st")).isEqualTo("[[3,\"passit\"]]");
        assertThat(rows("select _value, id from meter_current")).isEqualTo("[[10.3,\"d1001\"]]");
        assertThat(rows("select cast(_ts as bigint), _value, `host` from m1 order by _ts"))
                .isEqualTo("[[1479496110000000000,3,\"a\"],[1479496111000000000,3,\"a\"]]");
    }

    private HttpResponse<String> post(String path, String authorization, String body) {
        HttpRequest request = rest.request(path)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return rest.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void leavesOutBlankTelnetLines() {
        HttpResponse<String> answer = post(
                "/opentsdb/v1/put/telnet/gold_sml",
                basic("root:taosdata"),
                "\n  put m1 1479496110 3 host=a \n\nm1 1479496111000 4 host=a\n\n");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(rows("select _value from m1 order by _ts")).isEqualTo("[[3],[4]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/influxdb/v1/write?db=gold_sml     | 500 | {'code':'internal error','message':'[0x357] Authentication failure'}",
                "/opentsdb/v1/put/json/gold_sml     | 500 | {'code':500,'message':'[0x357] Authentication failure'}",
                "/opentsdb/v1/put/telnet/gold_sml   | 500 | {'code':500,'message':'[0x357] Authentication failure'}"
            })
    void refusesAWrongPassword(String path, int status, String body) {
        HttpResponse<String> answer = post(path, basic("root:wrong"), "m1 1479496110 3 host=a");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opentsdb/v1/put/json/", "/opentsdb/v1/put/telnet/a/b", "/influxdb/v1/write/gold_sml"})
    void knowsNoOtherPaths(String path) {
        assertThat(post(path, basic("root:taosdata"), "").statusCode()).isEqualTo(404);
    }

    @Test
    void takesTheNameOfTheDatabaseAsSqlDoes() {
        HttpResponse<String> answer =
                post("/influxdb/v1/write?db=GOLD_SML", basic("root:taosdata"), "m,t=1 v=1 1626006833639000000");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(rows("select v from m")).isEqualTo("[[1]]");
    }
}
