// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.client.tmq.ConsumerOptions;
import io.tdspring.client.tmq.TmqConsumer;
import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.TdengineConnectionException;
import io.tdspring.error.UnsupportedFeatureException;
import io.tdspring.protocol.tmq.SubscribeRequest;
import io.tdspring.protocol.ws.ConnectOption;
import io.tdspring.protocol.ws.ConnectRequest;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What proves to a server who the client is; the arguments' names are those of TDengine's manual. */
@EachWebSocketEngine
class LoginTest {

    private static final String GREETING =
            "{\"code\":0,\"column_meta\":[[\"server_version()\",\"VARCHAR\",7],[\"database()\",\"VARCHAR\",63]],"
                    + "\"data\":[[\"3.4.1.13\",null]],\"rows\":1}";

    private final ScriptedPeer peer = new ScriptedPeer();

    private final WebSocketEngineType engine;

    LoginTest(WebSocketEngineType engine) {
        this.engine = engine;
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private TdengineClientBuilder builder() {
        return TdengineClient.builder().webSocketEngine(engine).endpoints(peer.endpoint());
    }

    private Map<ConnectOption, String> login(TdengineClientBuilder builder) throws InterruptedException {
        try (TdengineClient client = builder.build()) {
            client.serverVersion();
        }
        return ConnectRequest.read(peer.take("conn").json()).options();
    }

    @Test
    void namesTheApplicationAndTheConnector() throws Exception {
        Map<ConnectOption, String> login =
                login(builder().applicationName("plant").username("me").password("pw"));

        assertThat(login)
                .isEqualTo(Map.of(
                        ConnectOption.USER, "me",
                        ConnectOption.PASSWORD, "pw",
                        ConnectOption.APPLICATION, "plant",
                        ConnectOption.CONNECTOR, "tdspring"));
    }

    @Test
    void refusesAnApplicationNameThatTheServerWouldCut() {
        assertThat(builder().applicationName("12345678901234567890123")).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().applicationName("涛思涛思涛思涛思"))
                .withMessage("application name \"涛思涛思涛思涛思\" is longer than 23 bytes");
    }

    @Test
    void aBearerTokenReplacesUserAndPassword() throws Exception {
        assertThat(login(builder().bearerToken("b34r3r")))
                .containsEntry(ConnectOption.BEARER_TOKEN, "b34r3r")
                .doesNotContainKeys(ConnectOption.USER, ConnectOption.PASSWORD);
    }

    @Test
    void asksForAOneTimeCodeAtEveryLogin() throws Exception {
        Iterator<String> codes = List.of("111111", "222222").iterator();
        TdengineClientBuilder builder = builder().oneTimeCode(codes::next);

        assertThat(login(builder))
                .containsEntry(ConnectOption.USER, "root")
                .containsEntry(ConnectOption.TOTP_CODE, "111111");
        assertThat(login(builder)).containsEntry(ConnectOption.TOTP_CODE, "222222");
    }

    @Test
    void aCloudTokenStandsInTheQuery() throws Exception {
        login(builder().token("a b+c/d=&?"));

        assertThat(peer.takeUpgrade().getTarget()).isEqualTo("/ws?token=a%20b%2Bc%2Fd%3D%26%3F");
    }

    @Test
    void aSubscriptionShowsTheSameProof() throws Exception {
        peer.on("version", request -> request.succeed("\"version\":\"3.4.1.13\""));
        peer.on("subscribe", request -> request.succeed(""));
        subscribe(builder().bearerToken("b34r3r").applicationName("plant"));
        SubscribeRequest bearer = SubscribeRequest.read(peer.take("subscribe").json());
        assertThat(bearer.config()).isEqualTo(Map.of("td.connect.token", "b34r3r"));
        assertThat(bearer.toString()).doesNotContain("b34r3r");
        assertThat(peer.takeUpgrade().getTarget()).isEqualTo("/rest/tmq");

        subscribe(builder().token("cl0ud"));
        assertThat(peer.takeUpgrade().getTarget()).isEqualTo("/rest/tmq?token=cl0ud");

        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> subscribe(builder().oneTimeCode(() -> "111111")))
                .withMessage("subscribing takes no one-time codes; log in with a bearer token");
    }

    private static void subscribe(TdengineClientBuilder builder) {
        try (TdengineClient client = builder.build();
                TmqConsumer consumer =
                        client.newConsumer(ConsumerOptions.builder("g").build())) {
            consumer.subscribe(List.of("t"));
        }
    }

    @Test
    void saysThatAnOlderServerKnowsNoTokens() {
        try (EmbeddedTdengine server =
                EmbeddedTdengine.builder().version("3.3.7.5").start()) {
            String old = " needs server 3.4.0.0 or later, and " + server.endpoint() + " has version 3.3.7.5";
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> login(at(server).bearerToken("b34r3r")))
                    .withMessage("login with a bearer token" + old);
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(
                            () -> login(at(server).oneTimeCode(() -> "111111").password("wrong")))
                    .withMessage("login with a one-time code" + old);
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> subscribe(at(server).bearerToken("b34r3r")))
                    .withMessage("login with a bearer token" + old);
            assertThatExceptionOfType(TdengineConnectionException.class)
                    .isThrownBy(() -> login(at(server).bearerToken("b34r3r").transport(TransportType.REST)))
                    .withMessageContaining("login refused for the owner of the bearer token at " + server.endpoint()
                            + ", which needs version 3.4.0.0 or later for bearer tokens")
                    .withMessageNotContaining("b34r3r");
        }
    }

    private static TdengineClientBuilder at(EmbeddedTdengine server) {
        return TdengineClient.builder().endpoints(server.endpoint());
    }

    @Test
    void restShowsTokensAsTheManualSays() throws Exception {
        assertThat(restLogin(TdengineClient.builder().bearerToken("b34r3r"))
                        .getHeaders()
                        .get("Authorization"))
                .isEqualTo("Bearer b34r3r");

        RecordedRequest cloud = restLogin(TdengineClient.builder().token("a b+c"));
        assertThat(cloud.getTarget()).endsWith("&token=a%20b%2Bc");
        assertThat(cloud.getHeaders().get("Authorization")).isNull();
    }

    private static RecordedRequest restLogin(TdengineClientBuilder builder) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().body(GREETING).build());
            server.start();
            try (TdengineClient client = builder.transport(TransportType.REST)
                    .endpoints("localhost:" + server.getPort())
                    .build()) {
                client.serverVersion();
            }
            return server.takeRequest();
        }
    }

    @Test
    void restTakesNoOneTimeCode() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> login(builder().transport(TransportType.REST).oneTimeCode(() -> "111111")));
    }

    @Test
    void refusesTwoProofs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().token("a").bearerToken("b").build())
                .withMessage("only one of token, bearer token and one-time code can be used");
    }
}
