// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What servers of several versions offer. */
class VersionTest {

    private static final String LOGIN =
            "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\"%s}}";

    private static JsonNode ask(WebSocketPeer peer, String request) {
        return Resources.JSON.readTree(peer.ask(request));
    }

    private static JsonNode login(WebSocketPeer peer, String more) {
        return ask(peer, LOGIN.formatted(more));
    }

    private static EmbeddedTdengine server(String version) {
        return EmbeddedTdengine.builder().version(version).start();
    }

    @ParameterizedTest
    @CsvSource({
        "3.3.2.0, stmt2_init, unknown action stmt2_init",
        "3.3.5.8, stmt2_init, unknown action stmt2_init",
        "3.3.6.0.alpha, stmt2_init, unknown action stmt2_init",
        "3.3.6.0, stmt2_init, ''",
        "3.3.7.5, stmt2_init, ''",
        "3.4.1.13, stmt2_init, ''",
        "3.3.2.0, options_connection, unknown action options_connection",
        "3.3.5.0, options_connection, ''",
        "3.3.5.0, check_server_status, unknown action check_server_status",
        "3.3.6.0, check_server_status, ''",
        "3.3.7.5, get_connection_info, unknown action get_connection_info",
        "3.4.1.13, get_connection_info, Action get_connection_info is not supported by the embedded server"
    })
    void knowsTheActionsOfItsTime(String version, String action, String message) {
        try (EmbeddedTdengine server = server(version);
                WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            login(peer, "");

            JsonNode answer = ask(
                    peer,
                    "{\"action\":\"" + action
                            + "\",\"args\":{\"req_id\":2,\"options\":[],\"single_stb_insert\":false,"
                            + "\"single_table_bind_once\":false,\"fqdn\":\"\",\"port\":0}}");

            assertThat(answer.get("message").asString()).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3.3.2.0, 09, unknown binary action 9",
        "3.3.2.0, 0a, unknown binary action 10",
        "3.3.7.5, 0b, unknown binary action 11",
        "3.4.1.13, 0c, unknown binary action 12"
    })
    void knowsTheBinaryActionsOfItsTime(String version, String code, String message) {
        try (EmbeddedTdengine server = server(version);
                WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            login(peer, "");

            peer.sendBinary("0200000000000000" + "0100000000000000" + code + "00000000000000" + "0100");

            assertThat(Resources.JSON.readTree(peer.receive()).get("message").asString())
                    .isEqualTo(message);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.3.6.0, 09", "3.3.6.0, 0a", "3.4.1.13, 0b"})
    void knowsBinaryActionsFromTheirFirstVersionOn(String version, String code) {
        try (EmbeddedTdengine server = server(version);
                WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            login(peer, "");

            peer.sendBinary("0200000000000000" + "0100000000000000" + code + "00000000000000" + "0100");

            assertThat(peer.receive()).doesNotContain("unknown binary action");
        }
    }

    @ParameterizedTest
    @CsvSource({"3.3.2.0, false", "3.3.6.0, false", "3.3.6.12, true", "3.3.7.5, true", "3.4.1.13, true"})
    void tellsItsVersionAtLoginOnlyWhereItIsCustom(String version, boolean told) {
        try (EmbeddedTdengine server = server(version);
                WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            assertThat(login(peer, "").has("version")).isEqualTo(told);
            assertThat(ask(peer, "{\"action\":\"version\"}").get("version").asString())
                    .isEqualTo(version);
            assertThat(new RestPeer(server)
                            .run("/rest/sql", "select server_version()")
                            .get("data")
                            .get(0)
                            .get(0)
                            .asString())
                    .isEqualTo(version);
        }
    }

    @Test
    void staysSilentAboutWhatItCannotReadBefore335() {
        try (EmbeddedTdengine server = server("3.3.2.0");
                WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            peer.sendText("nonsense");

            assertThat(peer.receiveWithin(Duration.ofMillis(200))).isNull();
            assertThat(ask(peer, "{\"action\":\"nonsense\"}").get("code").asInt())
                    .isEqualTo(0xffff);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.3.2.0, 2023-11-14T22:13:20.000Z", "3.3.5.0, 2023-11-15T07:13:20.000+09:00"})
    void takesTheZoneOfARestRequestSince335(String version, String time) {
        try (EmbeddedTdengine server = server(version)) {
            JsonNode answer = new RestPeer(server)
                    .run("/rest/sql?conn_tz=Asia%2FTokyo", "select cast(1700000000000 as timestamp)");

            assertThat(answer.get("data").get(0).get(0).asString()).isEqualTo(time);
        }
    }

    // The versions that first had the types are those of TDengine's manual, "Data types".
    @ParameterizedTest
    @CsvSource({
        "3.3.5.8, 'decimal(10,2)', false",
        "3.3.6.0, 'decimal(10,2)', true",
        "3.3.5.8, 'decimal(38,2)', false",
        "3.3.6.0, 'decimal(38,2)', true",
        "3.3.6.40, blob, false",
        "3.3.7.0, blob, true"
    })
    void hasTheTypesOfItsTime(String version, String type, boolean known) {
        try (EmbeddedTdengine server = server(version)) {
            RestPeer rest = new RestPeer(server);
            rest.run("/rest/sql", "create database d");
            rest.run("/rest/sql", "create table d.t (ts timestamp, v int)");

            for (String wants : List.of(
                    "create table d.a (ts timestamp, x %s)",
                    "create stable d.s (ts timestamp, x %s) tags (g int)", "alter table d.t add column x %s")) {
                assertThat(code(rest, wants.formatted(type))).isEqualTo(known ? 0 : 0x2602);
            }
        }
    }

    private static int code(RestPeer rest, String sql) {
        String answer = rest.post("/rest/sql", sql).body();
        return Resources.JSON.readTree(answer).get("code").asInt();
    }

    @Test
    void refusesTokensWhereARealServerTakesThem() {
        try (EmbeddedTdengine server = server("3.4.1.13");
                WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            assertThat(login(peer, ",\"bearer_token\":\"x\"").get("message").asString())
                    .isEqualTo("Login with a token is not supported by the embedded server");
            assertThat(bearer(server)).contains("\"code\":256,");
        }
        try (EmbeddedTdengine server = server("3.3.7.5");
                WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            assertThat(login(peer, ",\"bearer_token\":\"x\"").get("code").asInt())
                    .isZero();
            assertThat(bearer(server)).contains("\"code\":4386,");
        }
    }

    private static String bearer(EmbeddedTdengine server) {
        RestPeer rest = new RestPeer(server);
        HttpRequest request = rest.request("/rest/sql")
                .header("Authorization", "Bearer x")
                .POST(HttpRequest.BodyPublishers.ofString("select 1"))
                .build();
        return rest.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3.3.1.9", "3.2.9.0", "4.0.0.0", "3.3", "3.3.7.5x", "3.3.7.5.", "newest", "", "3.3.99999999999"})
    void refusesToBeAVersionThatItDoesNotKnow(String version) {
        assertThatThrownBy(() -> EmbeddedTdengine.builder().version(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.3.2.0, 3.3.6.0, 3.3.7.5, 3.4.1.13");
    }
}
