// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.engine;

import io.tdspring.client.transport.Deadline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An open WebSocket. Thread-safe.
 *
 * <p>Sending copies what it is given or sends it at once: afterwards the caller may change it. Called from a method of
 * the {@link Receiver}, sending does not wait for the peer.
 */
public interface OpenSocket {

    /** The longest message that can be sent. */
    int maxMessageBytes();

    /**
     * Sends a text message.
     *
     * @param deadline a socket whose peer has taken nothing until then is ended
     * @return false if nothing of it was sent because the socket has ended
     * @throws io.tdspring.error.TdengineTimeoutException if nothing of it was sent since other messages took until then
     */
    boolean sendText(String text, Deadline deadline);

    /**
     * As {@link #sendText(String, Deadline)}, of a text that is in UTF-8 already; the buffer's position stays.
     *
     * @param utf8 over an array
     */
    default boolean sendText(Deadline deadline, ByteBuffer utf8) {
        int from = utf8.arrayOffset() + utf8.position();
        return sendText(new String(utf8.array(), from, utf8.remaining(), StandardCharsets.UTF_8), deadline);
    }

    /**
     * Sends a text message that is in no hurry: with the next one, or within half a second. It is lost if the socket ends
     * before. It does not wait.
     *
     * @param text short
     */
    void sendTextLater(String text);

    /**
     * Sends a binary message: what remains in these buffers, one behind the other. Their positions stay.
     *
     * @param deadline as in {@link #sendText}
     * @return false if nothing of it was sent because the socket has ended
     * @throws io.tdspring.error.TdengineTimeoutException as {@link #sendText}
     */
    boolean sendBinary(Deadline deadline, ByteBuffer... parts);

    /**
     * Gives back the memory of a message that {@link Receiver#onBinary} got, to be used again. Nobody may look at it any
     * more.
     */
    void recycle(ByteBuffer message);

    /** Says good-bye, and does not wait long for it to be heard. Idempotent. */
    void close();

    /** Ends the socket without a word. Idempotent. */
    void cancel();
}
