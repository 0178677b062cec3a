// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.benchmarks.replay;

import io.tdspring.protocol.ws.FetchedBlock;
import java.nio.ByteBuffer;

/**
 * One connection's own frames of a result, in which request and result are written over before each is sent: several
 * full blocks by turns, the last block, and the end. Confined to one thread.
 */
final class ReplayFrames {

    private static final int FULL_FRAMES = 4;
    private static final int REQUEST_ID = 26;
    private static final int RESULT_ID = 42;

    private final int blocks;
    private final ByteBuffer[] full;
    private final ByteBuffer last;
    private final ByteBuffer end = ServerFrames.prepare(new FetchedBlock.End(0, 0, 1).toFrame());

    ReplayFrames(Replay replay) {
        this.blocks = replay.blocks();
        this.full = new ByteBuffer[blocks == 1 ? 0 : FULL_FRAMES];
        for (int i = 0; i < full.length; i++) {
            full[i] = replay.frame(0);
        }
        this.last = replay.frame(blocks - 1);
    }

    int blocks() {
        return blocks;
    }

    /** The frame of this number, the end behind the last block. */
    ByteBuffer frame(int number, long requestId, long resultId) {
        ByteBuffer frame = end;
        if (number < blocks) {
            frame = number == blocks - 1 ? last : full[number % FULL_FRAMES];
        }
        int head = headOf(frame);
        frame.putLong(head + REQUEST_ID, requestId);
        frame.putLong(head + RESULT_ID, resultId);
        return frame;
    }

    private static int headOf(ByteBuffer frame) {
        int code = frame.get(1) & 0x7f;
        return code < 126 ? 2 : code == 126 ? 4 : 10;
    }
}
