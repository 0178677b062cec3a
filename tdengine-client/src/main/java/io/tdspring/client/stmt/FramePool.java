// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.protocol.stmt.BindFrame;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The memory of frames that have been sent and answered, for the next ones. Thread-safe. */
final class FramePool {

    private final Supplier<BindFrame> maker;
    private final ConcurrentLinkedQueue<BindFrame> idle = new ConcurrentLinkedQueue<>();

    FramePool(Supplier<BindFrame> maker) {
        this.maker = maker;
    }

    BindFrame take() {
        BindFrame frame = idle.poll();
        return frame == null ? maker.get() : frame;
    }

    void giveBack(BindFrame frame) {
        frame.clear();
        idle.add(frame);
    }
}
