// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The user's method threw, or a row could not be converted for it; the cause says what happened. */
public class ListenerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int failedRow;
    private final int nextRow;
    private final int[] rows;

    /**
     * A failure at a row, or at all rows of a batch.
     *
     * @param failedRow where to begin again, counted over all blocks of the message
     * @param nextRow where to go on if what failed is given up
     */
    public ListenerFailedException(String message, int failedRow, int nextRow, Throwable cause) {
        this(
                message,
                failedRow,
                nextRow,
                IntStream.range(failedRow, nextRow).boxed().toList(),
                cause);
    }

    /**
     * A failure at some rows of a batch.
     *
     * @param failedRow where to begin again, counted over all blocks of the message
     * @param nextRow where to go on if what failed is given up
     * @param rows of these the ones that failed: those that a filter has left out are none of them
     */
    public ListenerFailedException(String message, int failedRow, int nextRow, List<Integer> rows, Throwable cause) {
        super(message, cause);
        this.failedRow = failedRow;
        this.nextRow = nextRow;
        this.rows = rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where to begin again, counted over all blocks of the message: the rows before it have been handled. */
    public int failedRow() {
        return failedRow;
    }

    /** The row behind what failed, counted likewise. */
    public int nextRow() {
        return nextRow;
    }

    /** The rows that failed, counted likewise; what lies behind the message's rows is a change of tables. */
    public List<Integer> rows() {
        return Arrays.stream(rows).boxed().toList();
    }
}
