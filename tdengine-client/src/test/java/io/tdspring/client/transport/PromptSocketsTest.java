// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    @Test
    void sendsTheEndOfARequestWithoutWaiting() throws IOException {
        try (Socket socket = new PromptSockets().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void connectsNoSocketWithoutADeadline() {
        assertThatThrownBy(() -> new PromptSockets().createSocket("localhost", 1))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
