// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import java.util.List;

/**
 * What one poll delivered: rows that lie at one offset of one vgroup, the unit of acknowledgement. Immutable.
 *
 * @param database the database of the topic
 * @param offset where this message starts; committing it would deliver the message again
 * @param endOffset where the vgroup goes on behind this message; this is what {@link TmqConsumer#commit(TmqMessage)}
 *     commits
 * @param blocks the rows; blocks may differ in table and columns
 */
public record TmqMessage(
        String topic, String database, int vgroupId, long offset, long endOffset, List<TableBlock> blocks) {

    public TmqMessage {
        blocks = List.copyOf(blocks);
    }
}
