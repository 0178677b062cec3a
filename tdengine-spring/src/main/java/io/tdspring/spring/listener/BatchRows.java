// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.List;

/**
 * The rows that one call of a batch listener holds, and how many of them its {@link Acknowledgment} has said to be handled.
 * Confined to the listener's thread.
 */
public final class BatchRows {

    /** Of a call that holds no list of rows. */
    public static final BatchRows NONE = new BatchRows(List.of());

    private final List<Integer> positions;
    private int handled;

    /**
     * The rows of a list.
     *
     * @param positions of each row of the list, counted over all blocks of the message; rising
     */
    public BatchRows(List<Integer> positions) {
        this.positions = List.copyOf(positions);
    }

    /**
     * Where to go on when the call has failed, counted over all blocks of the message: behind what is handled, but not behind
     * the last row, since something has failed.
     *
     * @param first where the call began
     */
    public int goesOnAt(int first) {
        return handled == 0 ? first : positions.get(Math.min(handled, positions.size() - 1));
    }

    /**
     * Notes the rows up to an index as handled.
     *
     * @return whether these are all
     */
    boolean handledUpTo(int index) {
        check(index);
        handled = Math.max(handled, index + 1);
        return handled == positions.size();
    }

    /**
     * Notes the rows before an index as handled, and no others.
     *
     * @return where that row lies, counted over all blocks of the message
     */
    int handledBefore(int index) {
        check(index);
        handled = index;
        return positions.get(index);
    }

    private void check(int index) {
        if (positions.isEmpty()) {
            throw new IllegalStateException(
                    "an index counts the rows of a list: only a batch listener that takes a List or TdRecords has one");
        }
        if (index < 0 || index >= positions.size()) {
            throw new IllegalArgumentException(
                    "there is no row " + index + " in a list of " + positions.size() + " rows");
        }
    }
}
