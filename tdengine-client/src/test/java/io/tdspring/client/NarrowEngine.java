// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import java.nio.ByteBuffer;

/** Another engine, whose messages can have only so many bytes. */
record NarrowEngine(WebSocketEngine engine, int maxMessageBytes) implements WebSocketEngine {

    @Override
    public OpenSocket open(String path, Receiver receiver, Deadline deadline) {
        return new NarrowSocket(engine.open(path, receiver, deadline), maxMessageBytes);
    }

    @Override
    public void close() {
        engine.close();
    }

    private record NarrowSocket(OpenSocket socket, int maxMessageBytes) implements OpenSocket {

        @Override
        public boolean sendText(String text, Deadline deadline) {
            return socket.sendText(text, deadline);
        }

        @Override
        public boolean sendText(Deadline deadline, ByteBuffer utf8) {
            return socket.sendText(deadline, utf8);
        }

        @Override
        public void sendTextLater(String text) {
            socket.sendTextLater(text);
        }

        @Override
        public boolean sendBinary(Deadline deadline, ByteBuffer... parts) {
            return socket.sendBinary(deadline, parts);
        }

        @Override
        public void recycle(ByteBuffer message) {
            socket.recycle(message);
        }

        @Override
        public void close() {
            socket.close();
        }

        @Override
        public void cancel() {
            socket.cancel();
        }
    }
}
