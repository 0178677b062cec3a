// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.fuzz;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A WebSocket connection that frames whatever bytes it is given (RFC 6455), a text that is no UTF-8 among them. */
final class FramePeer implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 30_000;
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final String QUESTION = "{\"action\":\"version\",\"args\":{\"req_id\":987654321}}";
    private static final String ANSWER = "\"req_id\":987654321";

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    FramePeer(int port, String path) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(DEADLINE_MILLIS);
        socket.setTcpNoDelay(true);
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out.writeBytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        out.flush();
        while (!readLine().isEmpty()) {
            // The headers of the upgrade say nothing that is needed.
        }
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server ended the upgrade");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Sends a message with the mask 0, so that its bytes go as they are; false when the server has gone. */
    boolean send(boolean isText, byte[] message) {
        try {
            out.writeByte(isText ? FINAL_TEXT : FINAL_BINARY);
            if (message.length < 126) {
                out.writeByte(MASKED | message.length);
            } else if (message.length < 1 << 16) {
                out.writeByte(MASKED | 126);
                out.writeShort(message.length);
            } else {
                out.writeByte(MASKED | 127);
                out.writeLong(message.length);
            }
            out.writeInt(0);
            out.write(message);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks for the version and reads until that is answered or the server has ended the connection. */
    void expectAnswerOrEnd() throws IOException {
        try {
            send(true, QUESTION.getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (!isEnd(in.readUnsignedByte())) {
                // An answer to something else.
            }
        } catch (EOFException | SocketException e) {
            // The server has ended it, which it may; a wait of half a minute for nothing would fail.
        }
    }

    private boolean isEnd(int head) throws IOException {
        int length = in.readUnsignedByte();
        long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] payload = in.readNBytes((int) size);
        return head == CLOSE || (head == FINAL_TEXT && new String(payload, StandardCharsets.UTF_8).contains(ANSWER));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
