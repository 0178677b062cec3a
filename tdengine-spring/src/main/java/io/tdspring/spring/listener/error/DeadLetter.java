// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that a listener could not handle, as a {@link DeadLetterTable} keeps it; the components are the table's columns and
 * tags. Immutable.
 *
 * @param ts when it was given up; letters of one writer, group, listener and vgroup have different ones, in the order of
 *     their arrival
 * @param writer the {@link DeadLetterTable} that wrote it first, in one process
 * @param startOffset of the message that brought the row
 * @param rowNo of the row, counted over all blocks of the message, from 0
 * @param tableName the child table of the row, if the topic tells it
 * @param attempts how often the listener failed at it
 * @param errorClass of what the listener threw
 * @param errorMessage its message and its causes, cut to the width of the column
 * @param payload the row as a JSON object of its columns; of a message without rows, a JSON text that tells its changes of
 *     tables. If it was too long for its column it is cut, says so at its end, and is no JSON any more
 * @param payloadLength of the whole payload, in characters
 */
public record DeadLetter(
        Instant ts,
        String listenerId,
        String groupId,
        String topicName,
        int vgroupId,
        String writer,
        long startOffset,
        int rowNo,
        @Nullable String tableName,
        int attempts,
        String errorClass,
        @Nullable String errorMessage,
        String payload,
        int payloadLength) {

    /** Whether the payload is not the whole row. */
    public boolean isCut() {
        return payload.length() < payloadLength;
    }
}
