// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON text as bytes. Bytes and not characters, since the server copies a VARCHAR as it is, be it UTF-8 or not.
 * Confined to one thread.
 */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int INITIAL_BYTES = 1024;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    JsonBytes ascii(char c) {
        room(1);
        bytes[size++] = (byte) c;
        return this;
    }

    JsonBytes ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    JsonBytes raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    JsonBytes string(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON string of these bytes, with the escapes that JSON demands. */
    JsonBytes string(byte[] text) {
        ascii('"');
        for (byte b : text) {
            switch (b) {
                case '"' -> ascii("\\\"");
                case '\\' -> ascii("\\\\");
                case '\n' -> ascii("\\n");
                case '\r' -> ascii("\\r");
                case '\t' -> ascii("\\t");
                default -> {
                    if (b >= 0 && b < ' ') {
                        ascii("\\u00");
                        hex(b);
                    } else {
                        room(1);
                        bytes[size++] = b;
                    }
                }
            }
        }
        return ascii('"');
    }

    /** A JSON string with two lower-case digits for each byte. */
    JsonBytes hexString(byte[] data) {
        ascii('"');
        for (byte b : data) {
            hex(b);
        }
        return ascii('"');
    }

    private void hex(byte b) {
        room(2);
        bytes[size++] = HEX[b >> 4 & 0xf];
        bytes[size++] = HEX[b & 0xf];
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            int needed = Math.addExact(size, more);
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
