// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import org.jspecify.annotations.Nullable;

/** Collects one aggregate over the rows of one group. One thread's. */
interface Accumulator {

    void add(Frame frame);

    /** The aggregate of what was added; null for NULL. */
    @Nullable
    Object result();

    /** Puts the frame on the row whose value is the result; only for functions that select one. */
    default void select(Frame frame) {
        throw new IllegalStateException("no row is selected");
    }
}
