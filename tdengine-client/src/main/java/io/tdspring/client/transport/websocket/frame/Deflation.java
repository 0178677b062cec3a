// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Compresses the messages of this side (RFC 7692, 7.2.1), each by itself. Confined to one thread at a time; to be closed. */
final class Deflation implements AutoCloseable {

    /** Shorter messages hardly become shorter. */
    static final int MIN_BYTES = 1 << 10;

    private static final int TAIL_BYTES = 4;

    /** With less room a flush may be repeated (zlib's manual, on deflate). */
    private static final int MIN_ROOM = 64;

    private static final int FIRST_ROOM = 16 << 10;
    private static final int MAX_KEPT = 1 << 20;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private byte[] target = new byte[FIRST_ROOM];
    private int size;

    /** The compressed message, valid until the next. */
    ByteBuffer deflate(ByteBuffer... parts) {
        if (target.length > MAX_KEPT) {
            target = new byte[FIRST_ROOM];
        }
        size = 0;
        deflater.reset();
        for (ByteBuffer part : parts) {
            deflater.setInput(part.duplicate());
            while (!deflater.needsInput()) {
                deflateSome(Deflater.NO_FLUSH);
            }
        }
        boolean more = true;
        while (more) {
            more = deflateSome(Deflater.SYNC_FLUSH);
        }
        return ByteBuffer.wrap(target, 0, size - TAIL_BYTES);
    }

    /** Returns whether there may be more to come, since the room was used up. */
    private boolean deflateSome(int flush) {
        if (target.length - size < MIN_ROOM) {
            target = Arrays.copyOf(target, (int) Math.min(2L * target.length, Integer.MAX_VALUE - 8));
        }
        size += deflater.deflate(target, size, target.length - size, flush);
        return size == target.length;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
