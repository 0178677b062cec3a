// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tdspring.client.transport.Endpoint;
import java.net.ProtocolException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 6455, section 4.1, says without a connection. */
class UpgradeTest {

    /** The example of section 1.3. */
    @Test
    void provesAnAnswerByTheKey() {
        assertThat(Upgrade.acceptFor("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate; client_max_window_bits=10",
                "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
                "permessage-deflate; server_no_context_takeover=1",
                "permessage-deflate; server_max_window_bits=7",
                "permessage-deflate; server_max_window_bits=16",
                "permessage-deflate; server_max_window_bits",
                "permessage-deflate; x=y",
                "permessage-deflate, permessage-deflate"
            })
    void refusesACompressionItDidNotOffer(String extension) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> Compression.agreed(extension, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "/w s?secret", "/ws\r\nX: y", "/ws#a", "/\u00e9"})
    void refusesPathsThatWouldBreakTheRequest(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upgrade(new Endpoint("localhost", 1), path, false))
                .withMessageNotContaining("secret");
    }

    @Test
    void namesAnAddressWithoutItsZone() {
        assertThat(new Upgrade(new Endpoint("fe80::1%eth0", 6041), "/", false).authority())
                .isEqualTo("[fe80::1]:6041");
    }

    /** RFC 6455, section 4.1: the field has to include the token. */
    @Test
    void takesAConnectionFieldThatListsMore() throws Exception {
        Upgrade upgrade = new Upgrade(new Endpoint("localhost", 1), "/ws", false);
        Map<String, String> answer = Map.of(
                "Upgrade",
                "WebSocket",
                "Connection",
                "keep-alive , uPgrade ",
                "Sec-WebSocket-Accept",
                Upgrade.acceptFor(upgrade.fields().get("Sec-WebSocket-Key")));

        assertThat(upgrade.accept(101, name -> answer.getOrDefault(name, ""))).isEqualTo(Compression.NONE);
    }
}
