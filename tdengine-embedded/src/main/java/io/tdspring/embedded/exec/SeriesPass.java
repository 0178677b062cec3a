// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import org.jspecify.annotations.Nullable;

/** One walk over the rows of a partition in order of time. One thread's. */
interface SeriesPass {

    /**
     * Takes the next row.
     *
     * @return whether this function wants the row in the result
     */
    boolean take(Frame row);

    /** The value at the row taken last; null for NULL, and for a row that is in the result for another function. */
    @Nullable
    Object value();
}
