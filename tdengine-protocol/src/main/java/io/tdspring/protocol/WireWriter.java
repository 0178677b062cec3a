// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a binary message, little-endian, into memory that grows. Confined to one thread. */
public final class WireWriter {

    private static final int INITIAL_BYTES = 128;

    private ByteBuffer out = ByteBuffer.allocate(INITIAL_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    public WireWriter u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    public WireWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    /** 32 bits, signed or not. */
    public WireWriter i32(int value) {
        room(4).putInt(value);
        return this;
    }

    /** 64 bits, signed or not. */
    public WireWriter i64(long value) {
        room(8).putLong(value);
        return this;
    }

    /** An unsigned number of 32 bits in groups of seven, the lowest first. */
    public WireWriter varint(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            u8((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return u8(rest);
    }

    /** A signed number in {@link #varint} form whose lowest bit is the sign. */
    public WireWriter zigzag(int value) {
        return varint((value << 1) ^ (value >> 31));
    }

    /** Copies the buffer's remaining bytes; its position stays. */
    public WireWriter bytes(ByteBuffer bytes) {
        room(bytes.remaining()).put(bytes.duplicate());
        return this;
    }

    /** Text in UTF-8 behind its length in bytes, of 32 bits. */
    public WireWriter string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        i32(utf8.length);
        room(utf8.length).put(utf8);
        return this;
    }

    /** Text in UTF-8 with a NUL behind it, behind the length of both in {@link #varint} form. */
    public WireWriter terminatedString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length + 1);
        room(utf8.length).put(utf8);
        return u8(0);
    }

    /** Bytes written so far. */
    public int size() {
        return out.position();
    }

    /** What has been written, as a big-endian buffer over this writer's array; the writer is used no more. */
    public ByteBuffer toBuffer() {
        return ByteBuffer.wrap(out.array(), 0, out.position()).slice();
    }

    private ByteBuffer room(int length) {
        if (length > out.remaining()) {
            int capacity = Math.max(Math.addExact(out.position(), length), out.capacity() + (out.capacity() >> 1));
            out = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(out.flip());
        }
        return out;
    }
}
