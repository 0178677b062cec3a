// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.bare;

import io.tdspring.benchmarks.workload.Shape;
import io.tdspring.benchmarks.workload.Work;
import io.tdspring.benchmarks.workload.Workload;
import io.tdspring.protocol.ws.BinaryQuery;
import io.tdspring.protocol.ws.QueryResponse;
import io.tdspring.protocol.ws.ResponseHead;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a table over a blocking socket that it speaks RFC 6455 on by itself: one thread, one array for all that arrives,
 * and a block's cells are added up where they lie before the next one is asked for.
 */
public final class PlainSocketReader implements Workload {

    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int MASKED = 0x80;
    /** Sixteen bits of length follow. */
    private static final int LENGTH_16 = 126;
    /** A mask of zeros, which the RFC allows, leaves the bytes as they are. */
    private static final int MASK_BYTES = 4;

    private final Shape shape;
    private final Socket socket;
    private final InputStream in;
    private final FetchedCells cells;
    private byte[] memory = new byte[1 << 20];
    private ByteBuffer message = ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN);
    private final byte[] head = new byte[10];

    private PlainSocketReader(Shape shape, Socket socket) throws IOException {
        this.shape = shape;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.cells = new FetchedCells(shape);
    }

    public static Workload open(Shape shape, String endpoint) throws IOException {
        int colon = endpoint.lastIndexOf(':');
        Socket socket = new Socket(endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1)));
        socket.setTcpNoDelay(true);
        PlainSocketReader reader = new PlainSocketReader(shape, socket);
        reader.logIn(endpoint);
        return reader;
    }

    private void logIn(String endpoint) throws IOException {
        String upgrade = "GET /ws HTTP/1.1\r\nHost: " + endpoint + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.read());
        }
        send(TEXT, ByteBuffer.wrap(Login.request().getBytes(StandardCharsets.UTF_8)));
        if (!ResponseHead.read(text(receive())).isSuccess()) {
            throw new IOException("the login has failed");
        }
    }

    @Override
    public Work run() throws IOException {
        send(BINARY, new BinaryQuery(1, shape.select()).toFrame());
        long result = QueryResponse.read(text(receive())).resultId();
        cells.begin();
        send(BINARY, cells.fetch(result));
        receive();
        while (FetchedCells.hasBlock(message)) {
            cells.add(message);
            send(BINARY, cells.fetch(result));
            receive();
        }
        return cells.end();
    }

    private void send(int opcode, ByteBuffer payload) throws IOException {
        int length = payload.remaining();
        ByteBuffer frame = ByteBuffer.allocate(4 + MASK_BYTES + length);
        frame.put((byte) (FINAL | opcode));
        if (length < LENGTH_16) {
            frame.put((byte) (MASKED | length));
        } else {
            frame.put((byte) (MASKED | LENGTH_16)).putShort((short) length);
        }
        frame.putInt(0).put(payload.duplicate());
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    /** Reads a message into {@link #message}; returns its length. */
    private int receive() throws IOException {
        read(head, 2);
        if ((head[0] & 0x0f) > BINARY) {
            throw new IOException("a control frame");
        }
        int code = head[1] & 0x7f;
        int length = code;
        if (code == LENGTH_16) {
            read(head, 2);
            length = Short.toUnsignedInt(ByteBuffer.wrap(head).getShort(0));
        } else if (code > LENGTH_16) {
            read(head, 8);
            length = (int) ByteBuffer.wrap(head).getLong(0);
        }
        if (length > memory.length) {
            memory = new byte[length];
            message = ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN);
        }
        read(memory, length);
        return length;
    }

    private void read(byte[] target, int length) throws IOException {
        if (in.readNBytes(target, 0, length) < length) {
            throw new EOFException("the server hung up");
        }
    }

    private String text(int length) {
        return new String(Arrays.copyOf(memory, length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
