// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Gets what frames amount to, on the thread that reads them. */
interface FrameListener {

    void onText(String text) throws IOException;

    /**
     * A message in bytes.
     *
     * @param message belongs to the listener
     */
    void onBinary(ByteBuffer message) throws IOException;

    /**
     * A ping, to be answered.
     *
     * @param payload a view of memory that is used for the next frame
     */
    void onPing(ByteBuffer payload) throws IOException;

    /**
     * The answer to a ping, or a sign of life unasked for.
     *
     * @param payload a view of memory that is used for the next frame
     */
    void onPong(ByteBuffer payload) throws IOException;

    void onClose(CloseFrame frame) throws IOException;
}
