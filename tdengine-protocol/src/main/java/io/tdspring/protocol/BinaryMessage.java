// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol;

import java.nio.ByteBuffer;

/** A message that travels as one binary WebSocket frame. */
public interface BinaryMessage {

    /** Writes the whole frame. */
    void writeTo(WireWriter out);

    /** The frame as a new big-endian buffer over an array of its own, ready to be read. */
    default ByteBuffer toFrame() {
        WireWriter out = new WireWriter();
        writeTo(out);
        return out.toBuffer();
    }
}
