// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

/**
 * Windows whose bounds are rows: says for each row of one partition, in the order of time, which windows begin and end
 * with it. One thread's.
 */
interface RowWindows {

    /**
     * Takes the next row.
     *
     * @param timestamp of the row, not before that of the row before
     */
    void take(Frame row, long timestamp, OpenWindows open);

    /** Says what becomes of the windows that are open after the last row; by default, they are as good as others. */
    default void end(OpenWindows open) {}
}
