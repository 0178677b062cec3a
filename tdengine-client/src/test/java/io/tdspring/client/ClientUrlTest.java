// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.embedded.EmbeddedTdengine;
import io.tdspring.error.UnsupportedFeatureException;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientUrlTest {

    @Test
    void readsAllParts() {
        assertThat(ClientUrl.options(
                        "tdengine:ws://me:pw@host:6041,host2:6042/power?connect-timeout=5s&compression=true"))
                .isEqualTo(Map.of(
                        ClientOption.TRANSPORT, "websocket",
                        ClientOption.SSL_ENABLED, "false",
                        ClientOption.USERNAME, "me",
                        ClientOption.PASSWORD, "pw",
                        ClientOption.ENDPOINTS, "host:6041,host2:6042",
                        ClientOption.DATABASE, "power",
                        ClientOption.CONNECT_TIMEOUT, "5s",
                        ClientOption.COMPRESSION, "true"));
    }

    @ParameterizedTest
    @CsvSource({"ws,websocket,false", "wss,websocket,true", "rest,rest,false", "rests,rest,true"})
    void theSchemeNamesTransportAndEncryption(String scheme, String transport, String encrypted) {
        for (String head : new String[] {"tdengine:", "jdbc:tdengine:"}) {
            assertThat(ClientUrl.options(head + scheme + "://localhost"))
                    .isEqualTo(Map.of(
                            ClientOption.TRANSPORT, transport,
                            ClientOption.SSL_ENABLED, encrypted,
                            ClientOption.ENDPOINTS, "localhost"));
        }
    }

    @Test
    void decodesWhatIsPercentEncodedAndTakesAPlusAsItIs() {
        Map<ClientOption, String> options = ClientUrl.options(
                "tdengine:ws://%E6%B6%9B:p%40%3A%2F%3F%25+w@h/Power%20Plant?application-name=a%26b%3D+c&proxy%2Ehost=p");

        assertThat(options)
                .containsEntry(ClientOption.USERNAME, "涛")
                .containsEntry(ClientOption.PASSWORD, "p@:/?%+w")
                .containsEntry(ClientOption.DATABASE, "Power Plant")
                .containsEntry(ClientOption.APPLICATION_NAME, "a&b=+c")
                .containsEntry(ClientOption.PROXY_HOST, "p");
    }

    @Test
    void takesWhatIsNotSpecialInItsPlaceAsItIs() {
        assertThat(ClientUrl.options("tdengine:ws://me:a@b:c@h?application-name=x=y?/z"))
                .containsEntry(ClientOption.USERNAME, "me")
                .containsEntry(ClientOption.PASSWORD, "a@b:c")
                .containsEntry(ClientOption.ENDPOINTS, "h")
                .containsEntry(ClientOption.APPLICATION_NAME, "x=y?/z");
        assertThat(ClientUrl.options("tdengine:ws://me:@h/"))
                .containsEntry(ClientOption.PASSWORD, "")
                .doesNotContainKey(ClientOption.DATABASE);
        assertThat(ClientUrl.options("tdengine:ws://me@h")).doesNotContainKey(ClientOption.PASSWORD);
    }

    @Test
    void knowsIpv6() {
        try (TdengineClient withPort = TdengineClient.connect("tdengine:ws://[::1]:6042/d");
                TdengineClient without = TdengineClient.connect("tdengine:ws://[fe80::1]/d");
                TdengineClient several = TdengineClient.connect("tdengine:ws://[::1]:6042,[fe80::1],127.0.0.1/d")) {
            assertThat(withPort.endpoint()).isEqualTo("[::1]:6042");
            assertThat(without.endpoint()).isEqualTo("[fe80::1]:6041");
            assertThat(several.endpoint()).isIn("[::1]:6042", "[fe80::1]:6041", "127.0.0.1:6041");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:6041", "http://h", "tdengine:", "tdengine://h", "jdbc:TAOS-WS://h:6041/d"})
    void refusesWhatIsNoUrlOfOurs(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientUrl.options(url));
    }

    @Test
    void refusesTransportsThatThereAreNot() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> ClientUrl.options("tdengine:native://h:6030"))
                .withMessage("there is no transport native; use ws or rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientUrl.options("tdengine:http://h"))
                .withMessage("unknown scheme \"http\" in a URL; it is ws, wss, rest or rests");
    }

    @Test
    void namesTheNearestOptionToAnUnknownOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientUrl.options("tdengine:ws://h?conect-timeout=1s"))
                .withMessage("unknown option \"conect-timeout\"; did you mean \"connect-timeout\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientUrl.options("tdengine:ws://h?user=me"))
                .withMessage("unknown option \"user\"; did you mean \"username\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientUrl.options("tdengine:ws://h?requestTimeout=1s"))
                .withMessageContaining("did you mean \"request-timeout\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tdengine:ws://h?connect-timeout=1s&connect-timeout=1s",
                "tdengine:ws://me@h?username=you",
                "tdengine:ws://h/d?database=e",
                "tdengine:ws://h?endpoints=i",
                "tdengine:ws://h?transport=rest",
                "tdengine:wss://h?ssl.enabled=false"
            })
    void refusesAnOptionThatComesTwice(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientUrl.options(url))
                .withMessageEndingWith(" comes twice in a URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tdengine:ws://me:s3cret/x@h/d",
                "tdengine:ws://me:s3cret?x@h/d",
                "tdengine:ws://me:4/s3cret@h/d",
                "tdengine:ws://me:4?s3cret=x@h/d",
                "tdengine:ws://me:4@5?x&s3cret=@h/d",
                "tdengine:ws://me:4?x=y&s3cret=z@h/d",
                "tdengine:ws:/me:s3cret@h/d?ssl.trust-store=file:///ca.pem",
                "tdengine:me:s3cret@ws://h/d",
                "tdengine:ws://me:s3cret%2@h",
                "tdengine:ws://me:s3cret%zz@h",
                "tdengine:ws://me:s3cret%ff@h",
                "tdengine:ws://me:s3cret@",
                "tdengine:ws://me:s3cret@,h",
                "tdengine:ws://me:s3cret@h:port",
                "tdengine:ws://h?password=a&s3cret",
                "tdengine:ws://h?password=s3cret&password=s3cret",
                "tdengine:ws://h?password=s3cret%",
                "jdbc:mysql://me:s3cret@h",
                "tdengine:tcp://me:s3cret@h"
            })
    void showsNoSecretOfAMalformedUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientUrl.options(url))
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("s3cret"));
    }

    @Test
    void connects() {
        try (EmbeddedTdengine server =
                EmbeddedTdengine.builder().user("plant", "p@ss/w:rd").start()) {
            String at = "plant:p%40ss%2Fw%3Ard@" + server.endpoint() + "?application-name=demo";
            for (String scheme : new String[] {"ws", "rest"}) {
                try (TdengineClient client = TdengineClient.connect("tdengine:" + scheme + "://" + at)) {
                    client.ping();
                    assertThat(client.serverVersion()).isEqualTo("3.3.7.5");
                }
            }
        }
    }
}
