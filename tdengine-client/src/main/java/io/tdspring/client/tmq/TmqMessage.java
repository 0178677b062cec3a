// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.data.meta.TableMeta;
import java.util.List;

/**
 * What one poll delivered: rows, or changes of tables, that lie at one offset of one vgroup, the unit of acknowledgement.
 * Immutable.
 *
 * @param database the database of the topic
 * @param offset as the server tells it: where a message with rows starts, while one that has only changes of tables ends
 *     there; two messages may show the same one
 * @param startOffset {@linkplain TmqConsumer#seek seek} here to get this message again; committing it has the group get it
 *     again
 * @param endOffset where the vgroup goes on behind this message; this is what {@link TmqConsumer#commit(TmqMessage)}
 *     commits
 * @param blocks the rows; blocks may differ in table and columns
 * @param metas the changes of tables; with rows, the child tables that were created by writing them
 */
public record TmqMessage(
        String topic,
        String database,
        int vgroupId,
        long offset,
        long startOffset,
        long endOffset,
        List<TableBlock> blocks,
        List<TableMeta> metas) {

    public TmqMessage {
        blocks = List.copyOf(blocks);
        metas = List.copyOf(metas);
    }

    /** A message of rows alone, which starts at its offset. */
    public TmqMessage(
            String topic, String database, int vgroupId, long offset, long endOffset, List<TableBlock> blocks) {
        this(topic, database, vgroupId, offset, offset, endOffset, blocks, List.of());
    }

    public TopicVgroup vgroup() {
        return new TopicVgroup(topic, vgroupId);
    }

    /** How many rows its blocks have together. */
    public int rows() {
        return blocks.stream().mapToInt(table -> table.block().rows()).sum();
    }
}
