// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.tmq;

import io.tdspring.error.TdengineProtocolException;

/** Which offsets {@link OffsetsRequest} asks for. */
public enum OffsetKind {
    /** What the group has committed, or {@link OffsetsResponse#NONE}. */
    COMMITTED("committed"),
    /** What this consumer reads next. */
    POSITION("position");

    private final String action;

    OffsetKind(String action) {
        this.action = action;
    }

    /** The request's action, which is also the name of the answer's field. */
    public String action() {
        return action;
    }

    /**
     * The kind that an action asks for.
     *
     * @throws TdengineProtocolException if the action asks for no offsets
     */
    public static OffsetKind of(String action) {
        for (OffsetKind kind : values()) {
            if (kind.action.equals(action)) {
                return kind;
            }
        }
        throw new TdengineProtocolException("action " + action + " asks for no offsets");
    }
}
