// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tdspring.client.transport.websocket.frame.SocketInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** RFC 9112, sections 2 to 5. */
class HttpHeadTest {

    private static HttpHead read(String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        return HttpHead.read(new SocketInput(new ByteArrayInputStream(bytes)));
    }

    private static void assertRefused(String answer, String message) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(answer))
                .withMessage(message);
    }

    @Test
    void readsFieldsInAnyCase() throws IOException {
        HttpHead head = read("HTTP/1.1 101\r\nUPGRADE:WebSocket \r\nX: a\r\nx:\tb\r\n\r\n");

        assertThat(head.status()).isEqualTo(101);
        assertThat(head.field("Upgrade")).isEqualTo("WebSocket");
        assertThat(head.field("X")).isEqualTo("a,b");
        assertThat(head.field("missing")).isEmpty();
    }

    @Test
    void refusesWhatIsNoHttp() {
        assertRefused("SSH-2.0-OpenSSH_9.2\r\n", "its answer is not HTTP/1.1");
        assertRefused("HTTP/1.1 101\r\nno field\r\n\r\n", "its answer has a broken header");
    }

    @Test
    void refusesHeadersWithoutEnd() {
        assertRefused("HTTP/1.1 101\r\nX: " + "x".repeat(20_000), "its answer has headers of more than 16384 bytes");
    }
}
