// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.data.Column;
import org.jspecify.annotations.Nullable;

/** A compiled expression. Immutable; what differs from row to row is in the frame. */
interface Evaluator {

    /** The type of the values, with length, precision and scale; the name means nothing. */
    Column type();

    /**
     * The value for the frame's row or group, by the server's cell conventions; null for NULL, and for a condition that
     * is neither true nor false.
     */
    @Nullable
    Object value(Frame frame);

    /** Whether this is a condition (a comparison, AND, IS NULL …) and not a BOOL value. */
    default boolean isCondition() {
        return false;
    }
}
