// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a server, and puts messages together (RFC 6455, 5.4 to 5.6). Confined to one thread. */
final class FrameReader {

    private static final int NO_MESSAGE = -1;

    private final SocketInput in;
    private final FrameListener listener;
    private final int maxMessageBytes;
    private final @Nullable Inflation inflation;
    private final MessageMemory binary;
    private final MessageMemory passing = new MessageMemory(new BufferPool());
    private final byte[] control = new byte[FrameHeader.MAX_CONTROL_BYTES];

    private int opcode = NO_MESSAGE;
    private boolean compressed;

    /**
     * @param messages memory for messages in bytes
     * @param inflation null if compression was not agreed upon
     */
    FrameReader(
            SocketInput in,
            FrameListener listener,
            BufferPool messages,
            int maxMessageBytes,
            @Nullable Inflation inflation) {
        this.in = in;
        this.listener = listener;
        this.maxMessageBytes = maxMessageBytes;
        this.inflation = inflation;
        this.binary = new MessageMemory(messages);
    }

    /** Reads a frame, and hands over what has become complete by it. */
    void readFrame() throws IOException {
        FrameHeader header = FrameHeader.read(in, inflation != null);
        if (header.isControl()) {
            readControl(header);
        } else {
            readData(header);
        }
    }

    private void readControl(FrameHeader header) throws IOException {
        int length = (int) header.length();
        in.readFully(control, 0, length);
        ByteBuffer payload = ByteBuffer.wrap(control, 0, length);
        switch (header.opcode()) {
            case FrameHeader.PING -> listener.onPing(payload);
            case FrameHeader.PONG -> listener.onPong(payload);
            default -> listener.onClose(CloseFrame.read(payload));
        }
    }

    private void readData(FrameHeader header) throws IOException {
        begin(header);
        MessageMemory memory = opcode == FrameHeader.BINARY && !compressed ? binary : passing;
        if (header.length() > maxMessageBytes - memory.size()) {
            throw tooBig();
        }
        if (header.length() > 0) {
            memory.append(in, (int) header.length());
        }
        if (header.isFinal()) {
            complete(memory);
            opcode = NO_MESSAGE;
        }
    }

    private void begin(FrameHeader header) throws Violation {
        boolean continues = header.opcode() == FrameHeader.CONTINUATION;
        if (continues == (opcode == NO_MESSAGE)) {
            throw Violation.protocolError(
                    continues ? "a continuation of nothing" : "a new message within another message's fragments");
        }
        if (!continues) {
            opcode = header.opcode();
            compressed = header.isCompressed();
        }
    }

    private void complete(MessageMemory memory) throws IOException {
        if (compressed && inflation != null) {
            inflation.inflate(memory, binary);
            if (opcode == FrameHeader.TEXT) {
                completeText(binary);
            } else {
                listener.onBinary(binary.handOver());
            }
        } else if (opcode == FrameHeader.TEXT) {
            completeText(memory);
        } else {
            listener.onBinary(memory.handOver());
        }
    }

    private void completeText(MessageMemory memory) throws IOException {
        String text = Utf8.decode(memory.array(), 0, memory.size());
        memory.drop();
        listener.onText(text);
    }

    private Violation tooBig() {
        return Violation.tooBig("a message of more than " + maxMessageBytes + " bytes");
    }
}
