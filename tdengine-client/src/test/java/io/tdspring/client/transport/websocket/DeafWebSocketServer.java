// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.protocol.ws.RequestEnvelope;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Opens a WebSocket, logs in whoever comes, and then neither reads nor writes any more, as if its machine were gone. */
final class DeafWebSocketServer implements AutoCloseable {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private volatile Socket client;

    DeafWebSocketServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        new Thread(this::serve, "deaf-server").start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            client = server.accept();
            DataInputStream in = new DataInputStream(client.getInputStream());
            upgrade(in, client.getOutputStream());
            logIn(in, client.getOutputStream());
        } catch (IOException e) {
            // The test has closed the sockets.
        }
    }

    private static void upgrade(DataInputStream in, OutputStream out) throws IOException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("Sec-WebSocket-Key: ")) {
                key = line.substring("Sec-WebSocket-Key: ".length());
            }
        }
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // A masked text message of less than 126 bytes comes in, a plain one goes out.
    private static void logIn(DataInputStream in, OutputStream out) throws IOException {
        in.readUnsignedByte();
        byte[] mask = new byte[4];
        byte[] text = new byte[in.readUnsignedByte() & 0x7f];
        in.readFully(mask);
        in.readFully(text);
        for (int i = 0; i < text.length; i++) {
            text[i] ^= mask[i % 4];
        }
        long id = RequestEnvelope.read(new String(text, StandardCharsets.UTF_8)).requestId();
        byte[] answer = ("{\"code\":0,\"action\":\"conn\",\"req_id\":" + id + ",\"version\":\"3.3.7.5\"}")
                .getBytes(StandardCharsets.UTF_8);
        out.write(0x81);
        out.write(answer.length);
        out.write(answer);
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
    }
}
