// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.ws;

import io.tdspring.protocol.WireReader;
import java.nio.ByteBuffer;

/**
 * What every binary request begins with.
 *
 * <pre>
 * 0        8             16       24
 * | req_id | resource_id | action | …
 * | i64    | i64         | i64    |
 * </pre>
 *
 * @param requestId unsigned
 * @param resourceId a result's or a statement's id, or 0
 * @param action the code by which the server dispatches
 */
public record BinaryRequestHead(long requestId, long resourceId, long action) {

    static final int BYTES = 24;

    /** Reads the head and leaves the rest of the frame. */
    public static BinaryRequestHead read(ByteBuffer frame) {
        return WireReader.readFrame("binary request", frame, in -> {
            BinaryRequestHead head = new BinaryRequestHead(in.i64(), in.i64(), in.i64());
            in.rest();
            return head;
        });
    }

    /** Checks that the frame is longer than the head, as the real server does for each action. */
    void requireLength(ByteBuffer frame, int atLeast, String actionName) {
        if (frame.remaining() < atLeast) {
            throw invalid("message length is too short", actionName);
        }
    }

    InvalidRequestException invalid(String answer, String actionName) {
        return new InvalidRequestException(answer, actionName, requestId, null);
    }
}
