// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Gets what arrives on one socket, on the one thread that reads it, message by message and then the end. What an
 * implementation throws ends the socket.
 */
public interface Receiver {

    void onText(String text);

    /**
     * A binary message.
     *
     * @param message from its first byte to its last; belongs to the receiver, who may
     *     {@linkplain OpenSocket#recycle give it back}
     */
    void onBinary(ByteBuffer message);

    /**
     * Nothing will arrive any more; called once, also if this side has closed or cancelled the socket.
     *
     * @param why with the endpoint, such as {@code "the connection to localhost:6041 broke"}
     */
    void onEnd(String why, @Nullable Throwable cause);
}
