// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.frame;

import io.tdspring.client.transport.Deadline;
import java.nio.ByteBuffer;

/** A message on its way out, or a control frame. Its buffers belong to the sender, and their positions stay. */
final class OutgoingFrame {

    private final int opcode;
    private final Deadline deadline;
    private final ByteBuffer[] parts;
    private final long length;

    /**
     * @param deadline until when it must have been sent
     * @param parts of the payload
     */
    OutgoingFrame(int opcode, Deadline deadline, ByteBuffer... parts) {
        this.opcode = opcode;
        this.deadline = deadline;
        this.parts = parts;
        this.length = FrameWriter.length(parts);
    }

    int opcode() {
        return opcode;
    }

    boolean isControl() {
        return opcode >= FrameHeader.CLOSE;
    }

    Deadline deadline() {
        return deadline;
    }

    ByteBuffer[] parts() {
        return parts;
    }

    /** The bytes of the payload. */
    long length() {
        return length;
    }

    /** The same in memory of its own. */
    OutgoingFrame copy() {
        ByteBuffer copy = ByteBuffer.allocate((int) length);
        for (ByteBuffer part : parts) {
            copy.put(part.duplicate());
        }
        return new OutgoingFrame(opcode, deadline, copy.flip());
    }
}
