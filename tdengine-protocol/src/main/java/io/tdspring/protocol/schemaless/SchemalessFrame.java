// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.schemaless;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes {@link SchemalessInsert} in UTF-8, line by line, into memory that is used again for the next message.
 *
 * <p>Short lines are gathered as they are, a few kilobytes of them, and looked through together, since most have nothing
 * that JSON wants escaped; their newlines, which would be found, are put between them after that. If something is found
 * they are escaped one by one, and so are those behind them in the message, which are like them. Confined to one thread at a
 * time.
 */
public final class SchemalessFrame {

    private static final String DATA = "\"data\":\"";
    private static final byte[] NEWLINE = {'\\', 'n'};

    /** Stands where a newline will be, and needs no escape. */
    private static final byte GAP = ' ';

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ESCAPE = 6;
    private static final int INITIAL_BYTES = 1024;

    /** As much as is looked through together, still near the processor. */
    private static final int GATHERED_BYTES = 4096;

    private static final int LONGEST_GATHERED = 512;

    private byte[] out = new byte[INITIAL_BYTES];
    private int size;
    private int lines;

    /** Where the newlines of the gathered lines will be. */
    private final int[] gaps = new int[GATHERED_BYTES / NEWLINE.length];

    private int gathered;

    /** Where the gathered lines begin, the gap before the first included; the {@link #size} if there are none. */
    private int gatheredFrom;

    /** Whether nothing had to be escaped in the lines gathered in this message so far. */
    private boolean isPlain;

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
        append(head);
        lines = 0;
        gathered = 0;
        gatheredFrom = size;
        isPlain = true;
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
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        boolean added = isPlain && lines > 0 && canGather(utf8.length, maxBytes);
        if (added) {
            gather(utf8);
        } else {
            look();
            added = addEscaped(line, utf8, maxBytes);
        }
        lines += added ? 1 : 0;
        return added;
    }

    /** Whether a line is short, and fits with those gathered however much of them has to be escaped. */
    private boolean canGather(int length, int maxBytes) {
        long bytes = (long) size - gatheredFrom + NEWLINE.length + length;
        return length <= LONGEST_GATHERED && gatheredFrom + bytes * LONGEST_ESCAPE + tail.length <= maxBytes;
    }

    private void gather(byte[] utf8) {
        if (size - gatheredFrom + NEWLINE.length + utf8.length > GATHERED_BYTES) {
            look();
        }
        room(NEWLINE.length + utf8.length + Long.BYTES);
        gaps[gathered++] = size;
        out[size] = GAP;
        out[size + 1] = GAP;
        System.arraycopy(utf8, 0, out, size + NEWLINE.length, utf8.length);
        size += NEWLINE.length + utf8.length;
    }

    /** Looks the gathered lines through. */
    private void look() {
        if (gathered > 0) {
            if (JsonSpecials.any(out, gatheredFrom, size)) {
                isPlain = false;
                escapeGathered();
            } else {
                for (int i = 0; i < gathered; i++) {
                    out[gaps[i]] = '\\';
                    out[gaps[i] + 1] = 'n';
                }
            }
        }
        gathered = 0;
        gatheredFrom = size;
    }

    private void escapeGathered() {
        byte[] plain = Arrays.copyOfRange(out, gatheredFrom, size);
        int offset = gatheredFrom;
        size = gatheredFrom;
        for (int i = 0; i < gathered; i++) {
            int until = i + 1 < gathered ? gaps[i + 1] - offset : plain.length;
            append(NEWLINE);
            escape(Arrays.copyOfRange(plain, gaps[i] + NEWLINE.length - offset, until));
        }
    }

    private boolean addEscaped(String line, byte[] utf8, int maxBytes) {
        int before = size;
        if (lines > 0) {
            append(NEWLINE);
        }
        boolean isAscii = utf8.length == line.length();
        if (isAscii && utf8.length > LONGEST_GATHERED && JsonSpecials.onlyNewlines(utf8)) {
            escapeNewlines(line, utf8);
        } else {
            escape(utf8);
        }
        boolean fits = size + tail.length <= maxBytes;
        if (!fits) {
            size = before;
        }
        gatheredFrom = size;
        return fits;
    }

    /** As {@link #escape(byte[])} for lines joined before, whose newlines a string finds faster than its bytes do. */
    private void escapeNewlines(String lines, byte[] ascii) {
        room(ascii.length);
        int at = 0;
        for (int next = lines.indexOf('\n'); next >= 0; next = lines.indexOf('\n', at)) {
            append(ascii, at, next);
            append(NEWLINE);
            at = next + 1;
        }
        append(ascii, at, ascii.length);
    }

    private void escape(byte[] utf8) {
        room((long) utf8.length + LONGEST_ESCAPE);
        int at = 0;
        while (at < utf8.length) {
            int special = JsonSpecials.next(utf8, at);
            System.arraycopy(utf8, at, out, size, special - at);
            size += special - at;
            at = special;
            if (at < utf8.length) {
                escape(utf8[at++]);
                room((long) utf8.length - at + LONGEST_ESCAPE);
            }
        }
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
        append(bytes, 0, bytes.length);
    }

    private void append(byte[] bytes, int from, int until) {
        room(until - from);
        System.arraycopy(bytes, from, out, size, until - from);
        size += until - from;
    }

    private void room(long count) {
        if (count > out.length - size) {
            long grown = Math.max(size + count, out.length + (out.length >> 1));
            out = Arrays.copyOf(out, Math.toIntExact(grown));
        }
    }

    /** The whole message, valid until this is written to again. */
    public ByteBuffer end() {
        look();
        append(tail);
        return ByteBuffer.wrap(out, 0, size);
    }

    /** How much memory this keeps. */
    public int capacity() {
        return out.length;
    }
}
