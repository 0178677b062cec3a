// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is answered to a client that wants too much. */
class LimitsTest {

    private static final String LOGIN =
            "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\"}}";
    private static final String QUERY =
            "{\"action\":\"query\",\"args\":{\"req_id\":2,\"sql\":\"select server_version()\"}}";

    private static WebSocketPeer connected(EmbeddedTdengine server) {
        WebSocketPeer peer = new WebSocketPeer(server, "/ws");
        assertThat(ask(peer, LOGIN).get("code").asInt()).isZero();
        return peer;
    }

    private static JsonNode ask(WebSocketPeer peer, String request) {
        return Resources.JSON.readTree(peer.ask(request));
    }

    @Test
    void turnsAwayAConnectionThatIsOneTooMany() {
        try (EmbeddedTdengine server =
                EmbeddedTdengine.builder().maxConnections(1).start()) {
            WebSocketPeer peer = connected(server);

            HttpResponse<String> refused = new RestPeer(server).post("/rest/sql", "show databases");
            server.faults().cutConnections();
            HttpResponse<String> taken = new RestPeer(server).post("/rest/sql", "show databases");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).isEqualTo("The embedded server has 1 connections, the most it takes");
            assertThat(taken.statusCode()).isEqualTo(200);
            peer.abort();
        }
    }

    @Test
    void keepsAsManyResultsAsAreReasonable() {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                WebSocketPeer peer = connected(server)) {
            for (int i = 0; i < 1024; i++) {
                assertThat(ask(peer, QUERY).get("code").asInt()).isZero();
            }

            JsonNode refused = ask(peer, QUERY);
            peer.sendText("{\"action\":\"free_result\",\"args\":{\"req_id\":3,\"id\":1}}");

            assertThat(refused.get("code").asInt()).isEqualTo(0xffff);
            assertThat(refused.get("message").asString()).startsWith("there are 1024 open results on this connection");
            assertThat(ask(peer, QUERY).get("code").asInt()).isZero();
        }
    }

    @Test
    void tellsWhatClientsKeepOfIt() {
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start()) {
            WebSocketPeer peer = connected(server);
            ask(peer, QUERY);
            ask(peer, QUERY);

            assertThat(server.usage()).isEqualTo(new EmbeddedTdengine.Usage(1, 2));
            peer.sendText("{\"action\":\"free_result\",\"args\":{\"req_id\":3,\"id\":1}}");
            ask(peer, "{\"action\":\"version\",\"args\":{\"req_id\":4}}");
            assertThat(server.usage().openResults()).isEqualTo(1);

            server.faults().cutConnections();
            peer.abort();
            Instant deadline = Instant.now().plusSeconds(20);
            while (server.usage().openResults() > 0 && Instant.now().isBefore(deadline)) {
                Thread.onSpinWait();
            }
            assertThat(server.usage()).isEqualTo(new EmbeddedTdengine.Usage(0, 0));
        }
    }

    @Test
    void keepsAsManyStatementsAsAreReasonable() {
        String open = "{\"action\":\"stmt2_init\",\"args\":{\"req_id\":2}}";
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                WebSocketPeer peer = connected(server)) {
            for (int i = 0; i < 1024; i++) {
                assertThat(ask(peer, open).get("code").asInt()).isZero();
            }

            JsonNode refused = ask(peer, open);

            assertThat(refused.get("code").asInt()).isEqualTo(0xffff);
            assertThat(refused.get("message").asString())
                    .startsWith("there are 1024 open statements on this connection");
        }
    }

    @Test
    void answersEachOfVeryManyRequestsSentAtOnce() {
        int count = 3000;
        try (EmbeddedTdengine server = EmbeddedTdengine.builder().start();
                WebSocketPeer peer = connected(server)) {
            for (int i = 0; i < count; i++) {
                peer.sendText("{\"action\":\"get_current_db\",\"args\":{\"req_id\":" + i + "}}");
            }

            BitSet answered = new BitSet();
            for (int i = 0; i < count; i++) {
                answered.set(
                        Resources.JSON.readTree(peer.receive()).get("req_id").asInt());
            }

            assertThat(answered.cardinality()).isEqualTo(count);
        }
    }
}
