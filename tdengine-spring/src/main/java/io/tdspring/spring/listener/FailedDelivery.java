// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row, or the rows that one call of the listener took together, that could not be handled. Immutable.
 *
 * @param message in which it lies
 * @param failedRow where to begin again, counted over all blocks of the message: the rows before it have been handled
 * @param nextRow where to go on if what failed is given up
 * @param attempt how often the listener has failed at this row, from 1; deliveries of the same message count on
 * @param cause what the listener threw, or why the row could not be read for it
 * @param row what failed, as it came from the server; null if it is not one row alone
 * @param groupId the consumer group; empty if the container's {@link ConsumerFactory} does not tell it
 */
public record FailedDelivery(
        TmqMessage message,
        int failedRow,
        int nextRow,
        int attempt,
        Throwable cause,
        @Nullable Row row,
        String listenerId,
        String groupId) {

    static FailedDelivery of(
            TmqMessage message, ListenerFailedException failure, int attempt, String listenerId, String groupId) {
        Throwable thrown = failure.getCause() == null ? failure : failure.getCause();
        int row = failure.failedRow();
        Row alone = failure.nextRow() == row + 1 ? rowAt(message, row) : null;
        return new FailedDelivery(message, row, failure.nextRow(), attempt, thrown, alone, listenerId, groupId);
    }

    private static @Nullable Row rowAt(TmqMessage message, int number) {
        int before = 0;
        for (TableBlock from : message.blocks()) {
            int rows = from.block().rows();
            if (number < before + rows) {
                return from.block().row(number - before);
            }
            before += rows;
        }
        return null;
    }

    /** Where the failure lies, in words for a log: topic, vgroup, offset and row, no value. */
    public String place() {
        return "row " + failedRow + " of the message at offset " + message.startOffset() + " of vgroup "
                + message.vgroupId() + ", topic " + message.topic();
    }
}
