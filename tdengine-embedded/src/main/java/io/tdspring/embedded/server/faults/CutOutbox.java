// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.faults;

import io.tdspring.embedded.server.Line;
import io.tdspring.embedded.server.Outbox;
import java.nio.ByteBuffer;

/** Ends the connection where an answer should go. */
record CutOutbox(Line line) implements Outbox {

    @Override
    public void text(String json) {
        line.cut();
    }

    @Override
    public void binary(ByteBuffer frame) {
        line.cut();
    }

    @Override
    public void close() {
        line.cut();
    }
}
