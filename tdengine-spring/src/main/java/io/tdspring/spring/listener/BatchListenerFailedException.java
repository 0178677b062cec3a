// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

/**
 * Thrown by a batch listener to say at which of its rows it failed: those before it count as handled, and the batch is
 * handed on again from that row.
 */
public class BatchListenerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;

    /**
     * A failure at one row of a batch.
     *
     * @param index of the row in the list that the listener was given, from 0
     */
    public BatchListenerFailedException(String message, Throwable cause, int index) {
        super(message, cause);
        this.index = index;
    }

    /** The index of the failed row in the list that the listener was given, from 0. */
    public int index() {
        return index;
    }
}
