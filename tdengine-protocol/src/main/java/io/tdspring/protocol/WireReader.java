// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import io.tdspring.error.TdengineProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Reads a binary message from front to back, little-endian, and checks every length against the bytes that are there.
 *
 * <p>Every method throws {@link TdengineProtocolException} where the message is cut short. Confined to one thread.
 */
public final class WireReader {

    private static final int MAX_VARINT_SHIFT = 28;

    private final String what;
    private final ByteBuffer in;
    private final int total;

    private WireReader(String what, ByteBuffer bytes) {
        this.what = what;
        this.in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.total = in.remaining();
    }

    /**
     * Reads a whole message.
     *
     * @param what names the message in errors
     * @param frame read from its position to its limit, both of which stay as they are
     * @throws TdengineProtocolException if the message is cut short, or if {@code body} leaves bytes over
     */
    public static <T> T readFrame(String what, ByteBuffer frame, Function<WireReader, T> body) {
        WireReader in = new WireReader(what, frame);
        T message = body.apply(in);
        if (in.remaining() > 0) {
            throw new TdengineProtocolException(what + " has " + in.remaining() + " bytes too many");
        }
        return message;
    }

    /** A reader of the next {@code length} bytes, which this reader passes over. */
    public WireReader section(String name, long length) {
        return new WireReader(name, bytes(length));
    }

    public int u8() {
        return need(1).get() & 0xff;
    }

    public int u16() {
        return need(2).getShort() & 0xffff;
    }

    public int i32() {
        return need(4).getInt();
    }

    public long u32() {
        return need(4).getInt() & 0xffff_ffffL;
    }

    /** 64 bits, signed or not. */
    public long i64() {
        return need(8).getLong();
    }

    /** An unsigned number of up to 32 bits in groups of seven, the lowest first. */
    public long varint() {
        long value = 0;
        for (int shift = 0; shift <= MAX_VARINT_SHIFT; shift += 7) {
            int group = u8();
            value |= (long) (group & 0x7f) << shift;
            if ((group & 0x80) == 0 && value <= 0xffff_ffffL) {
                return value;
            }
        }
        throw new TdengineProtocolException(what + " has a number of more than 32 bits");
    }

    /** A signed number in {@link #varint} form whose lowest bit is the sign. */
    public int zigzag() {
        long bits = varint();
        return (int) (bits >>> 1) ^ -(int) (bits & 1);
    }

    /** The next bytes, as a view of the frame's memory. */
    public ByteBuffer bytes(long length) {
        need(length);
        ByteBuffer view = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return view;
    }

    /** All bytes that are left, as a view of the frame's memory. */
    public ByteBuffer rest() {
        return bytes(in.remaining());
    }

    /** The next bytes as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String text(long length) {
        return StandardCharsets.UTF_8.decode(bytes(length)).toString();
    }

    /** Text behind its length of 32 bits. */
    public String string() {
        return text(u32());
    }

    public void skip(long length) {
        bytes(length);
    }

    public int remaining() {
        return in.remaining();
    }

    /**
     * Checks a field that can have one value only.
     *
     * @throws TdengineProtocolException if it has another
     */
    public void expect(String field, long expected, long actual) {
        if (expected != actual) {
            throw new TdengineProtocolException(what + " has " + field + " " + actual + " instead of " + expected);
        }
    }

    private ByteBuffer need(long length) {
        if (length < 0 || length > in.remaining()) {
            throw new TdengineProtocolException(what + " is cut short: " + total + " bytes");
        }
        return in;
    }
}
