// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tdspring.embedded.fault.ArmedFault;
import io.tdspring.embedded.fault.Fault;
import io.tdspring.embedded.fault.FaultRule;
import io.tdspring.embedded.fault.Occasion;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each fault, as a client meets it. */
class FaultsTest {

    private static final String LOGIN =
            "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\"}}";
    private static final String VERSION = "{\"action\":\"version\",\"args\":{\"req_id\":9}}";
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofSeconds(10);

    private EmbeddedTdengine server;
    private RestPeer rest;

    @BeforeEach
    void start() {
        server = EmbeddedTdengine.builder().start();
        rest = new RestPeer(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String query(int requestId, String sql) {
        return "{\"action\":\"query\",\"args\":{\"req_id\":" + requestId + ",\"sql\":\"" + sql + "\"}}";
    }

    private WebSocketPeer connected() {
        WebSocketPeer peer = new WebSocketPeer(server, "/ws");
        assertThat(code(peer.ask(LOGIN))).isZero();
        return peer;
    }

    private static int code(String answer) {
        return Resources.JSON.readTree(answer).get("code").asInt();
    }

    private boolean exists(String database) {
        return rest.post("/rest/sql", "show databases").body().contains("\"" + database + "\"");
    }

    @Test
    void delaysOneAnswerAndNotTheOthers() {
        server.faults().add(FaultRule.once(Occasion.action("query"), Fault.delay(Duration.ofMillis(400))));
        try (WebSocketPeer peer = connected()) {
            long start = System.nanoTime();
            peer.sendText(query(2, "create database d"));
            peer.sendText(VERSION);

            assertThat(peer.receive()).contains("\"req_id\":9");
            assertThat(peer.receive()).contains("\"req_id\":2");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void delaysAStatementOverRest() {
        server.faults().add(FaultRule.once(Occasion.restStatement(), Fault.delay(Duration.ofMillis(300))));
        long start = System.nanoTime();

        assertThat(code(rest.post("/rest/sql", "create database d").body())).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void cutsAConnectionBeforeARequestIsCarriedOut() {
        server.faults().add(FaultRule.once(Occasion.action("query"), Fault.cutBefore()));
        WebSocketPeer peer = connected();

        assertThat(peer.ask(query(2, "create database d"))).isEqualTo(WebSocketPeer.CLOSED);
        assertThat(exists("d")).isFalse();
    }

    @Test
    void cutsAConnectionAfterARequestHasBeenCarriedOut() {
        server.faults().add(FaultRule.once(Occasion.action("query"), Fault.cutAfter()));
        WebSocketPeer peer = connected();

        assertThat(peer.ask(query(2, "create database d"))).isEqualTo(WebSocketPeer.CLOSED);
        assertThat(exists("d")).isTrue();
    }

    @Test
    void cutsBinaryRequestsAsWell() {
        server.faults().add(FaultRule.once(Occasion.action("binary_query"), Fault.cutAfter()));
        WebSocketPeer peer = connected();
        String createDatabase = "637265617465206461746162617365206477";

        peer.sendBinary(
                "0200000000000000" + "0000000000000000" + "0600000000000000" + "0100" + "12000000" + createDatabase);

        assertThat(peer.receive()).isEqualTo(WebSocketPeer.CLOSED);
        assertThat(exists("dw")).isTrue();
    }

    @Test
    void cutsAConnectionInsteadOfAnsweringAnUpdateOverRest() {
        server.faults().add(FaultRule.once(Occasion.restStatement().containing("create"), Fault.cutAfter()));

        assertThatThrownBy(() -> rest.post("/rest/sql", "create database d")).isInstanceOf(UncheckedIOException.class);
        assertThat(exists("d")).isTrue();
    }

    @Test
    void cutsAConnectionInsteadOfAnsweringRowsOverRest() {
        server.faults().add(FaultRule.once(Occasion.restStatement(), Fault.cutAfter()));

        assertThatThrownBy(() -> rest.post("/rest/sql", "show databases")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void freezesAConnectionUntilTheFaultsAreCleared() throws InterruptedException {
        ArmedFault freeze = server.faults().add(FaultRule.once(Occasion.action("query"), Fault.freeze()));
        try (WebSocketPeer peer = connected();
                WebSocketPeer other = connected()) {
            peer.sendText(query(2, "create database d"));
            assertThat(freeze.awaitHits(1, LONG)).isTrue();
            peer.ping();
            peer.sendText(VERSION);

            assertThat(peer.receiveWithin(MOMENT)).isNull();
            assertThat(code(other.ask(VERSION))).isZero();

            server.faults().clear();

            assertThat(peer.receive()).contains("\"req_id\":2", "\"code\":0");
            assertThat(peer.receive()).isEqualTo("(pong)");
            assertThat(peer.receive()).contains("\"req_id\":9");
        }
    }

    @Test
    void freezesAllConnectionsAndServesNewOnes() {
        try (WebSocketPeer peer = connected()) {
            server.faults().freezeConnections();

            peer.ping();

            assertThat(peer.receiveWithin(MOMENT)).isNull();
            assertThat(code(rest.post("/rest/sql", "show databases").body())).isZero();
        }
    }

    @Test
    void closesAlthoughConnectionsAreFrozen() {
        WebSocketPeer peer = connected();
        server.faults().freezeConnections();

        server.close();

        assertThat(peer.receive()).isEqualTo(WebSocketPeer.CLOSED);
    }

    @Test
    void answersAnErrorAsOftenAsItIsTold() {
        ArmedFault busy =
                server.faults().add(new FaultRule(Occasion.action("query"), Fault.error(0x0125, "Sync not leader"), 2));
        try (WebSocketPeer peer = connected()) {
            JsonNode first = Resources.JSON.readTree(peer.ask(query(2, "create database d")));
            JsonNode second = Resources.JSON.readTree(peer.ask(query(3, "create database d")));
            JsonNode third = Resources.JSON.readTree(peer.ask(query(4, "create database d")));

            assertThat(first.get("code").asInt()).isEqualTo(0x0125);
            assertThat(first.get("message").asString()).isEqualTo("Sync not leader");
            assertThat(first.get("req_id").asInt()).isEqualTo(2);
            assertThat(second.get("code").asInt()).isEqualTo(0x0125);
            assertThat(third.get("code").asInt()).isZero();
            assertThat(busy.hits()).isEqualTo(2);
        }
    }

    @Test
    void answersAnErrorOfABlockInItsBinaryForm() {
        server.faults().add(FaultRule.once(Occasion.action("fetch_raw_block"), Fault.error(0x0125, "x")));
        try (WebSocketPeer peer = connected()) {
            peer.ask(query(2, "show databases"));
            peer.sendBinary("0300000000000000" + "0100000000000000" + "0700000000000000" + "0100");

            String answer = peer.receive();

            assertThat(answer).startsWith("ffffffffffffffff");
            // flag, action, version, time, request id, code
            assertThat(answer.substring(16 + 16 + 4 + 16)).startsWith("0300000000000000" + "25010000");
        }
    }

    @Test
    void answersAnErrorToAStatementOverRest() {
        server.faults()
                .add(FaultRule.once(Occasion.restStatement(), Fault.error(0x000b, "Unable to establish connection")));

        JsonNode answer =
                Resources.JSON.readTree(rest.post("/rest/sql", "show databases").body());

        assertThat(answer.get("code").asInt()).isEqualTo(0x000b);
        assertThat(answer.get("desc").asString()).isEqualTo("Unable to establish connection");
        assertThat(code(rest.post("/rest/sql", "show databases").body())).isZero();
    }

    @Test
    void failsAPollOfAConsumer() {
        server.faults().add(FaultRule.once(Occasion.action("poll"), Fault.error(0x0125, "x")));
        try (WebSocketPeer peer = new WebSocketPeer(server, "/rest/tmq")) {
            assertThat(code(peer.ask("{\"action\":\"poll\",\"args\":{\"req_id\":2,\"blocking_time\":-1}}")))
                    .isEqualTo(0x0125);
        }
    }

    @Test
    void refusesNewConnectionsAndKeepsTheOldOnes() {
        try (WebSocketPeer peer = connected()) {
            server.faults().refuseConnections();

            assertThatThrownBy(this::connected).hasRootCauseInstanceOf(java.io.IOException.class);
            assertThat(code(peer.ask(VERSION))).isZero();

            server.faults().clear();
            connected().close();
        }
    }

    @Test
    void cutsAllConnectionsAndTakesNewOnes() {
        WebSocketPeer query = connected();
        WebSocketPeer consumer = new WebSocketPeer(server, "/rest/tmq");

        server.faults().cutConnections();

        assertThat(query.receive()).isEqualTo(WebSocketPeer.CLOSED);
        assertThat(consumer.receive()).isEqualTo(WebSocketPeer.CLOSED);
        connected().close();
    }

    @Test
    void forgetsARuleThatIsDisarmedOrCleared() {
        Fault error = Fault.error(0x0125, "x");
        server.faults().add(FaultRule.always(Occasion.action("query"), error)).disarm();
        try (WebSocketPeer peer = connected()) {
            assertThat(code(peer.ask(query(2, "create database d")))).isZero();
            server.faults().add(FaultRule.always(Occasion.anyRequest(), error));
            assertThat(code(peer.ask(VERSION))).isEqualTo(0x0125);

            server.faults().clear();

            assertThat(code(peer.ask(VERSION))).isZero();
        }
    }

    @Test
    void followsTheRulesOfItsBuilderFromTheStart() {
        try (EmbeddedTdengine other = EmbeddedTdengine.builder()
                .fault(FaultRule.once(Occasion.action("conn"), Fault.error(0x0357, "Authentication failure")))
                .start()) {
            try (WebSocketPeer peer = new WebSocketPeer(other, "/ws")) {
                assertThat(code(peer.ask(LOGIN))).isEqualTo(0x0357);
                assertThat(code(peer.ask(LOGIN))).isZero();
            }
        }
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        assertThatThrownBy(() -> Fault.error(0, "ok")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.delay(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FaultRule(Occasion.anyRequest(), Fault.freeze(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
