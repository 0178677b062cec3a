// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/** The user's method threw, or a row could not be converted for it; the cause says what happened. */
public class ListenerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int failedRow;
    private final int nextRow;

    /**
     * A failure at a row, or at a batch of rows.
     *
     * @param failedRow where to begin again, counted over all blocks of the message
     * @param nextRow where to go on if what failed is given up
     */
    public ListenerFailedException(String message, int failedRow, int nextRow, Throwable cause) {
        super(message, cause);
        this.failedRow = failedRow;
        this.nextRow = nextRow;
    }

    /** Where to begin again, counted over all blocks of the message: the rows before it have been handled. */
    public int failedRow() {
        return failedRow;
    }

    /** The row behind what failed, counted likewise. */
    public int nextRow() {
        return nextRow;
    }
}
