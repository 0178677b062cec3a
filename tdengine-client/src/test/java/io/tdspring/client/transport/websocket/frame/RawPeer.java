// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The server's side of one connection. Reading gives up after ten seconds. */
public final class RawPeer {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;
    private List<String> request = List.of();

    public RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** A frame of a client, as it was, but with its payload unmasked. */
    public record Frame(int first, int second, int key, ByteBuffer bytes) {

        public byte[] payload() {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(0, copy);
            return copy;
        }

        public int opcode() {
            return first & 0x0f;
        }

        public boolean isMasked() {
            return (second & 0x80) != 0;
        }

        /** The length as the second byte has it: itself, 126 or 127. */
        public int shortLength() {
            return second & 0x7f;
        }

        public String text() {
            return new String(payload(), StandardCharsets.UTF_8);
        }

        public int closeCode() {
            return bytes.getShort(0) & 0xffff;
        }
    }

    /** The lines of the request by which the client came. */
    public List<String> request() {
        return request;
    }

    public void upgrade() throws IOException {
        upgrade("");
    }

    /** Accepts a WebSocket, with these header lines in addition, each with its end. */
    public void upgrade(String headers) throws IOException {
        readRequest();
        write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + Upgrade.acceptFor(header("Sec-WebSocket-Key")) + "\r\n" + headers + "\r\n");
    }

    public void readRequest() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        request = lines;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    public String header(String name) {
        return request.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Writes bytes in hexadecimal; spaces are for the reader. */
    public void writeHex(String hex) throws IOException {
        write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** Writes an unmasked frame with the shortest form of its length. */
    public void writeFrame(int first, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        write(bytes);
    }

    public Frame readFrame() throws IOException {
        return readFrame(in.readUnsignedByte());
    }

    /** The rest of a frame with bytes whose first byte has been read. */
    public Frame readFrameFromSecondByte() throws IOException {
        return readFrame(0x82);
    }

    private Frame readFrame(int first) throws IOException {
        int second = in.readUnsignedByte();
        long length = second & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] key = new byte[4];
        if ((second & 0x80) != 0) {
            in.readFully(key);
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= key[i % 4];
        }
        return new Frame(first, second, ByteBuffer.wrap(key).getInt(), ByteBuffer.wrap(payload));
    }

    /** Whether the client ends the stream, having sent nothing more. */
    public boolean seesEnd() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    public void end() throws IOException {
        socket.close();
    }

    /** Ends the connection by a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public Socket socket() {
        return socket;
    }
}
