// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * The frames that a client sends (RFC 6455, section 5.2), one after the other. Their bytes stay masked where they have
 * arrived, and only those that somebody asks for are unmasked. Messages in several frames are refused: no client measured
 * here sends any. Confined to one thread.
 */
final class ClientFrames {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;

    private static final int FIRST_BYTES = 1 << 20;
    private static final int MAX_PAYLOAD = 256 << 20;
    private static final int MASK_BYTES = 4;

    private final ReadableByteChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int begin;
    private int end;
    private int opcode;
    private int payload;
    private int length;
    private final byte[] mask = new byte[MASK_BYTES];

    ClientFrames(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Moves to the next frame; waits for all of it.
     *
     * @return false if the client has hung up
     */
    boolean next() throws IOException {
        begin = payload + length;
        payload = begin;
        length = 0;
        if (!have(2)) {
            return false;
        }
        int first = buffer.get(begin);
        opcode = first & 0x0f;
        if ((first & 0x80) == 0 || (buffer.get(begin + 1) & 0x80) == 0) {
            throw new IOException("a frame without mask, or a message in several frames");
        }
        int head = readLength();
        if (!have(head + MASK_BYTES + length)) {
            return false;
        }
        for (int i = 0; i < MASK_BYTES; i++) {
            mask[i] = buffer.get(begin + head + i);
        }
        payload = begin + head + MASK_BYTES;
        return true;
    }

    /** Sets the payload's length; returns the length of what is before the mask. */
    private int readLength() throws IOException {
        int code = buffer.get(begin + 1) & 0x7f;
        int head = code < 126 ? 2 : code == 126 ? 4 : 10;
        if (!have(head)) {
            throw new IOException("the client hung up within a frame");
        }
        long size = code;
        if (head == 4) {
            size = Short.toUnsignedLong(Short.reverseBytes(buffer.getShort(begin + 2)));
        } else if (head == 10) {
            size = Long.reverseBytes(buffer.getLong(begin + 2));
        }
        if (size < 0 || size > MAX_PAYLOAD) {
            throw new IOException("a frame of " + size + " bytes");
        }
        length = (int) size;
        return head;
    }

    /** Whether there are so many bytes from {@link #begin} on; reads until there are. */
    private boolean have(int bytes) throws IOException {
        if (end - begin < bytes) {
            makeRoom(bytes);
            while (end - begin < bytes) {
                buffer.limit(buffer.capacity()).position(end);
                if (channel.read(buffer) < 0) {
                    return false;
                }
                end = buffer.position();
            }
            buffer.clear();
        }
        return true;
    }

    private void makeRoom(int bytes) {
        if (begin + bytes <= buffer.capacity() && begin < end) {
            return;
        }
        ByteBuffer room = bytes <= buffer.capacity()
                ? buffer
                : ByteBuffer.allocateDirect(Math.max(bytes, 2 * buffer.capacity()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer rest = buffer.duplicate().limit(end).position(begin);
        room.clear();
        room.put(rest.slice());
        room.clear();
        buffer = room;
        end -= begin;
        payload -= begin;
        begin = 0;
    }

    int opcode() {
        return opcode;
    }

    /** The payload's length. */
    int length() {
        return length;
    }

    private int byteAt(int index) {
        return (buffer.get(payload + index) ^ mask[index % MASK_BYTES]) & 0xff;
    }

    /** A little-endian number of the payload. */
    int intAt(int index) {
        return byteAt(index) | byteAt(index + 1) << 8 | byteAt(index + 2) << 16 | byteAt(index + 3) << 24;
    }

    /** A little-endian number of the payload. */
    long longAt(int index) {
        return Integer.toUnsignedLong(intAt(index)) | (long) intAt(index + 4) << 32;
    }

    byte[] bytes(int from, int to) {
        byte[] bytes = new byte[to - from];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) byteAt(from + i);
        }
        return bytes;
    }

    String text(int from, int to) {
        return new String(bytes(from, to), StandardCharsets.UTF_8);
    }
}
