// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.server.tmq;

import io.tdspring.data.Column;
import io.tdspring.data.DataType;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.embedded.sql.SqlException;
import io.tdspring.embedded.store.TableChange;
import io.tdspring.embedded.tmq.DeliveredBlock;
import io.tdspring.embedded.tmq.Delivery;
import io.tdspring.protocol.block.BlockWriter;
import io.tdspring.protocol.tmq.PollResponse;
import io.tdspring.protocol.tmq.TmqBlockSource;
import io.tdspring.protocol.tmq.TmqData;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that the last successful poll delivered, kept until the next; it can be read as a whole or block by block.
 *
 * <p>Confined to the consumer's thread.
 */
final class HeldMessage {

    private final long id;
    private final Delivery delivery;
    private int nextBlock;
    private long fetchId;

    HeldMessage(long id, Delivery delivery) {
        this.id = id;
        this.delivery = delivery;
    }

    long id() {
        return id;
    }

    Delivery delivery() {
        return delivery;
    }

    /** {@link PollResponse#DATA} and its like. */
    int type() {
        if (delivery.blocks().isEmpty()) {
            return PollResponse.META;
        }
        return delivery.changes().list().isEmpty() ? PollResponse.DATA : PollResponse.META_DATA;
    }

    /** The changes of tables as {@code fetch_json_meta} tells them; it does not ask for those of rows alone. */
    List<TableMeta> changes() {
        List<TableChange> list = delivery.changes().list();
        return delivery.changes().batch()
                ? list.stream().map(ToldChanges::metaOf).toList()
                : List.of(ToldChanges.together(list));
    }

    /** {@link TmqData#DATA} and its like. */
    int rawType() {
        return type() == PollResponse.META_DATA ? TmqData.META_DATA : TmqData.DATA;
    }

    /** All blocks in the form of a raw message. */
    ByteBuffer raw() {
        if (type() == PollResponse.META) {
            throw SqlException.notSupported("The raw form of a change of tables");
        }
        boolean hasJson = delivery.blocks().stream()
                .flatMap(block -> block.columns().stream())
                .anyMatch(column -> column.type() == DataType.JSON);
        if (hasJson) {
            throw SqlException.notSupported("The raw form of a JSON tag");
        }
        return TmqData.write(
                rawType(),
                delivery.offset(),
                delivery.end(),
                delivery.blocks().stream().map(HeldMessage::source).toList());
    }

    /**
     * Moves to the next block; null behind the last.
     *
     * @param requestId of the fetch
     */
    @Nullable
    DeliveredBlock next(long requestId) {
        fetchId = requestId;
        if (nextBlock >= delivery.blocks().size()) {
            nextBlock = Integer.MAX_VALUE;
            return null;
        }
        return delivery.blocks().get(nextBlock++);
    }

    /** The id of the request that moved to the block. */
    long fetchId() {
        return fetchId;
    }

    /** The bytes of the block moved to last, or null before the first and behind the last. */
    @Nullable
    ByteBuffer block() {
        return nextBlock == 0 || nextBlock == Integer.MAX_VALUE
                ? null
                : bytes(delivery.blocks().get(nextBlock - 1));
    }

    private static TmqBlockSource source(DeliveredBlock block) {
        return new TmqBlockSource(
                block.tableName(),
                block.columns().stream().map(Column::name).toList(),
                block.precision(),
                bytes(block));
    }

    private static ByteBuffer bytes(DeliveredBlock block) {
        BlockWriter writer = new BlockWriter(block.columns(), BlockWriter.SUBSCRIPTION);
        block.rows().forEach(writer::addRow);
        return writer.finish();
    }
}
