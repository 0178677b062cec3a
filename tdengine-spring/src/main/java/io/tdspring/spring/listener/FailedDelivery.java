// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.data.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row, or the rows that one call of the listener took together, that could not be handled. Immutable.
 *
 * @param message in which it lies
 * @param failedRow where to begin again, counted over all blocks of the message: the rows before it have been handled
 * @param nextRow where to go on if what failed is given up
 * @param attempt how often the listener has failed at this row, from 1; deliveries of the same message count on
 * @param cause what the listener threw, or why the row could not be read for it
 * @param rows the rows that failed, counted likewise: not those that a filter has left out; empty for changes of tables
 * @param row what failed, as it came from the server; null if it is not one row alone
 * @param groupId the consumer group; empty if the container's {@link ConsumerFactory} does not tell it
 */
public record FailedDelivery(
        TmqMessage message,
        int failedRow,
        int nextRow,
        int attempt,
        Throwable cause,
        List<Integer> rows,
        @Nullable Row row,
        String listenerId,
        String groupId) {

    public FailedDelivery {
        rows = List.copyOf(rows);
    }

    /** As the other, when all rows from the failed to the next one have failed. */
    public FailedDelivery(
            TmqMessage message,
            int failedRow,
            int nextRow,
            int attempt,
            Throwable cause,
            @Nullable Row row,
            String listenerId,
            String groupId) {
        this(
                message,
                failedRow,
                nextRow,
                attempt,
                cause,
                IntStream.range(failedRow, Math.min(nextRow, message.rows()))
                        .boxed()
                        .toList(),
                row,
                listenerId,
                groupId);
    }

    static FailedDelivery of(
            TmqMessage message, ListenerFailedException failure, int attempt, String listenerId, String groupId) {
        Throwable thrown = failure.getCause() == null ? failure : failure.getCause();
        List<Integer> rows =
                failure.rows().stream().filter(row -> row < message.rows()).toList();
        Row alone = rows.size() == 1 ? rowAt(message, rows.get(0)) : null;
        return new FailedDelivery(
                message, failure.failedRow(), failure.nextRow(), attempt, thrown, rows, alone, listenerId, groupId);
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
