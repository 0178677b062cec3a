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
import tools.jackson.databind.JsonNode;

/** Users that come and go while the server runs. */
class UsersTest {

    private static final int NO_USER = 0x0351;
    private static final int WRONG_PASSWORD = 0x0357;

    private EmbeddedTdengine server;
    private RestPeer rest;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder()
                .user("eve", "simple")
                .version("3.3.6.9")
                .start();
        rest = new RestPeer(server);
        rest.run("/rest/sql", "create user ann pass 'Ann_Pass_1'");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode restAs(String user, String password, String sql) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = rest.request("/rest/sql")
                .header("Authorization", "Basic " + login)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        return Resources.JSON.readTree(
                rest.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String login(String user, String password) {
        return "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"" + user + "\",\"password\":\"" + password
                + "\",\"app\":\"a name that is longer than is kept\"}}";
    }

    private static int code(String answer) {
        return Resources.JSON.readTree(answer).get("code").asInt();
    }

    @Test
    void logsANewUserIn() {
        assertThat(restAs("ann", "Ann_Pass_1", "select user()").get("data").toString())
                .isEqualTo("[[\"ann@localhost\"]]");
        try (WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            assertThat(code(peer.ask(login("ann", "wrong")))).isEqualTo(WRONG_PASSWORD);
            assertThat(code(peer.ask(login("ann", "Ann_Pass_1")))).isZero();
        }
    }

    @Test
    void asksForTheNewPasswordOnceItIsChanged() {
        rest.run("/rest/sql", "alter user ann pass 'Ann_Pass_2'");

        assertThat(restAs("ann", "Ann_Pass_1", "select 1").get("code").asInt()).isEqualTo(WRONG_PASSWORD);
        assertThat(restAs("ann", "Ann_Pass_2", "select 1").get("code").asInt()).isZero();
    }

    @Test
    void refusesAUserThatIsNotEnabled() {
        rest.run("/rest/sql", "alter user ann enable 0");

        assertThat(restAs("ann", "Ann_Pass_1", "select 1").get("desc").asString())
                .endsWith("is not supported by the embedded server");
    }

    @Test
    void closesTheConnectionsOfAUserThatIsDropped() {
        try (WebSocketPeer ann = new WebSocketPeer(server, "/ws");
                WebSocketPeer annsConsumer = new WebSocketPeer(server, "/rest/tmq");
                WebSocketPeer eve = new WebSocketPeer(server, "/ws")) {
            ann.ask(login("ann", "Ann_Pass_1"));
            eve.ask(login("eve", "simple"));
            annsConsumer.ask("{\"action\":\"subscribe\",\"args\":{\"req_id\":1,\"user\":\"ann\","
                    + "\"password\":\"Ann_Pass_1\",\"group_id\":\"g\",\"topics\":[]}}");

            rest.run("/rest/sql", "drop user ann");

            assertThat(ann.receive()).isEqualTo(WebSocketPeer.CLOSED);
            assertThat(annsConsumer.receive()).isEqualTo(WebSocketPeer.CLOSED);
            assertThat(code(eve.ask("{\"action\":\"query\",\"args\":{\"req_id\":2,\"sql\":\"select 1\"}}")))
                    .isZero();
        }
        assertThat(restAs("ann", "Ann_Pass_1", "select 1").get("code").asInt()).isEqualTo(NO_USER);
    }

    @Test
    void showsTheConnectionsThatAreLoggedIn() {
        try (WebSocketPeer peer = new WebSocketPeer(server, "/ws")) {
            peer.ask(login("ann", "wrong"));
            peer.ask(login("ann", "Ann_Pass_1"));

            assertThat(rest.run("/rest/sql", "select `user`, user_app from performance_schema.perf_connections")
                            .get("data")
                            .toString())
                    .isEqualTo("[[\"ann\",\"a name that is longer t\"]]");
        }
    }

    @Test
    void letsOnlyRootChangeUsers() {
        assertThat(restAs("ann", "Ann_Pass_1", "drop user eve").get("desc").asString())
                .endsWith("is not supported by the embedded server");
    }

    @Test
    void tellsTheVersionThatItWasGiven() {
        assertThat(rest.run("/rest/sql", "select server_version()").get("data").toString())
                .isEqualTo("[[\"3.3.6.9\"]]");
    }
}
