// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompresses the messages of a server (RFC 7692, 7.2.2). Confined to one thread; to be closed. */
final class Inflation implements AutoCloseable {

    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    /** The tail and an empty final block (RFC 1951, 3.2.4), which is found unless the message ends within another block. */
    private static final byte[] TAIL_AND_END = {0, 0, (byte) 0xff, (byte) 0xff, 1, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final int MIN_ROOM = 1 << 10;
    private static final int MAX_FIRST_ROOM = 1 << 20;
    private static final int LIKELY_RATIO = 4;

    private final Inflater inflater = new Inflater(true);
    private final boolean keepsWindow;
    private final byte[] tail;
    private final int maxMessageBytes;

    /**
     * @param keepsWindow whether a message may refer to the message before; then it cannot be told whether one has been cut
     *     short, since a final block would end all that may be referred to
     */
    Inflation(boolean keepsWindow, int maxMessageBytes) {
        this.keepsWindow = keepsWindow;
        this.tail = keepsWindow ? TAIL : TAIL_AND_END;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Decompresses a message, which is dropped, into empty memory. */
    void inflate(MessageMemory message, MessageMemory into) throws Violation {
        System.arraycopy(tail, 0, message.withRoom(tail.length), message.size(), tail.length);
        message.advance(tail.length);
        if (!keepsWindow) {
            inflater.reset();
        }
        inflater.setInput(message.array(), 0, message.size());
        into.withRoom(Math.min(MAX_FIRST_ROOM, LIKELY_RATIO * Math.min(message.size(), MAX_FIRST_ROOM)));
        try {
            inflateAll(message, into);
        } catch (DataFormatException e) {
            throw Violation.invalidPayload("a message that cannot be decompressed");
        }
        message.drop();
    }

    private void inflateAll(MessageMemory message, MessageMemory into) throws DataFormatException, Violation {
        while (inflateSome(into)) {
            requireBearable(into);
            if (inflater.finished() && !hasMore(message)) {
                return;
            }
        }
        if (!keepsWindow) {
            throw new DataFormatException("cut short");
        }
    }

    private boolean inflateSome(MessageMemory into) throws DataFormatException {
        byte[] array = into.withRoom(MIN_ROOM);
        int bytes = inflater.inflate(array, into.size(), array.length - into.size());
        into.advance(bytes);
        return bytes > 0 || inflater.finished();
    }

    // A final block ends the deflated data, but not the message (7.2.3.5).
    private boolean hasMore(MessageMemory message) {
        int left = inflater.getRemaining();
        inflater.reset();
        inflater.setInput(message.array(), message.size() - left, left);
        return left > 0;
    }

    private void requireBearable(MessageMemory into) throws Violation {
        if (into.size() > maxMessageBytes) {
            throw Violation.tooBig("a compressed message of more than " + maxMessageBytes + " bytes");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
