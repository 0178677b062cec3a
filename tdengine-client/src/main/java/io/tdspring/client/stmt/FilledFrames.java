// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.stmt;

import io.tdspring.protocol.stmt.BindFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of a batch: one that is being filled, and those that are full and wait. Confined to one thread. */
final class FilledFrames {

    /** Two executions with frames of this size may be under way together on one connection. */
    private static final int MOST_FRAME_BYTES = 4 << 20;

    private final FramePool pool;
    private final int limit;
    private final List<BindFrame> full = new ArrayList<>();
    private @Nullable BindFrame current;

    FilledFrames(FramePool pool, int maxFrameBytes) {
        this.pool = pool;
        this.limit = Math.min(MOST_FRAME_BYTES, maxFrameBytes);
    }

    /** The bytes of values that a frame should not exceed; more than this can only be one row. */
    int limit() {
        return limit;
    }

    /** The frame that has room for this many more bytes; one that has not is full. */
    BindFrame roomFor(long bytes) {
        BindFrame frame = current;
        if (frame != null && frame.rows() > 0 && frame.bytes() + bytes > limit) {
            full.add(frame);
            frame = null;
        }
        current = frame == null ? pool.take() : frame;
        return current;
    }

    /** Hands over all frames that hold rows. */
    List<BindFrame> take() {
        List<BindFrame> taken = new ArrayList<>(full);
        BindFrame last = current;
        if (last != null && last.rows() > 0) {
            taken.add(last);
            current = null;
        }
        full.clear();
        return taken;
    }

    /** Forgets the rows. */
    void clear() {
        full.forEach(pool::giveBack);
        full.clear();
        if (current != null) {
            current.clear();
        }
    }
}
