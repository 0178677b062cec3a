// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes {@link SchemalessInsert} in UTF-8, line by line, into memory that is used again for the next message.
 *
 * <p>What JSON wants escaped is looked for eight bytes at a time, and what lies between is copied. Confined to one thread at
 * a time.
 */
public final class SchemalessFrame {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SECOND_BITS = 0x02 * EACH;
    private static final long BEHIND_SPACES = (' ' + 1) * EACH;
    private static final long BACKSLASHES = '\\' * EACH;

    private static final String DATA = "\"data\":\"";
    private static final byte[] NEWLINE = {'\\', 'n'};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ESCAPE = 6;
    private static final int INITIAL_BYTES = 1024;

    private byte[] out = new byte[INITIAL_BYTES];
    private int size;
    private int lines;
    private byte[] tail = new byte[0];

    /**
     * Begins a message; what was written before is forgotten.
     *
     * @param request all of it but its data, which must be empty
     */
    public void begin(SchemalessInsert request) {
        String json = request.toJson();
        int at = json.indexOf(DATA) + DATA.length();
        byte[] head = json.substring(0, at).getBytes(StandardCharsets.UTF_8);
        tail = json.substring(at).getBytes(StandardCharsets.UTF_8);
        size = 0;
        room(head.length);
        append(head);
        lines = 0;
    }

    /**
     * Adds a line, after a newline unless it is the first.
     *
     * @param maxBytes the longest that the whole message may become
     * @return false if it would become longer; then the line has not been added
     */
    public boolean add(String line, int maxBytes) {
        if (line.length() > maxBytes) {
            return false;
        }
        int before = size;
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        room((long) utf8.length + NEWLINE.length + LONGEST_ESCAPE);
        if (lines > 0) {
            append(NEWLINE);
        }
        escape(utf8);
        if (size + tail.length > maxBytes) {
            size = before;
            return false;
        }
        lines++;
        return true;
    }

    private void escape(byte[] utf8) {
        int at = 0;
        while (at < utf8.length) {
            int special = nextSpecial(utf8, at);
            System.arraycopy(utf8, at, out, size, special - at);
            size += special - at;
            at = special;
            if (at < utf8.length) {
                escape(utf8[at++]);
                room((long) utf8.length - at + LONGEST_ESCAPE);
            }
        }
    }

    /** Where the next byte is that has to be escaped; the length if there is none. */
    private static int nextSpecial(byte[] utf8, int from) {
        int at = from;
        for (; at <= utf8.length - Long.BYTES; at += Long.BYTES) {
            long found = specials((long) EIGHT.get(utf8, at));
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < utf8.length && !isSpecial(utf8[at])) {
            at++;
        }
        return at;
    }

    /**
     * The high bits of the bytes that are special; the lowest of them is right, those above it may not be. With its second bit
     * turned the quotation mark is the one character next to the control characters.
     */
    private static long specials(long bytes) {
        long quotesAndControls = (bytes ^ SECOND_BITS) - BEHIND_SPACES;
        long backslashes = (bytes ^ BACKSLASHES) - EACH;
        return (quotesAndControls | backslashes) & ~bytes & HIGH_BITS;
    }

    private static boolean isSpecial(byte b) {
        return b == '"' || b == '\\' || (b >= 0 && b < ' ');
    }

    private void escape(byte b) {
        out[size++] = '\\';
        switch (b) {
            case '"', '\\' -> out[size++] = b;
            case '\n' -> out[size++] = 'n';
            case '\r' -> out[size++] = 'r';
            case '\t' -> out[size++] = 't';
            default -> {
                out[size++] = 'u';
                out[size++] = '0';
                out[size++] = '0';
                out[size++] = HEX[b >> 4];
                out[size++] = HEX[b & 0xf];
            }
        }
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
    }

    private void room(long count) {
        if (count > out.length - size) {
            long grown = Math.max(size + count, out.length + (out.length >> 1));
            out = Arrays.copyOf(out, Math.toIntExact(grown));
        }
    }

    /** The whole message, valid until this is written to again. */
    public ByteBuffer end() {
        room(tail.length);
        append(tail);
        return ByteBuffer.wrap(out, 0, size);
    }

    /** How much memory this keeps. */
    public int capacity() {
        return out.length;
    }
}
