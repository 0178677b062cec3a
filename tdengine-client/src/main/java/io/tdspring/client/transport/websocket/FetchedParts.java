// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Subscription.Content;
import io.tdspring.client.transport.Subscription.Fetched;
import io.tdspring.client.transport.Subscription.TableRows;
import io.tdspring.data.meta.TableMeta;
import io.tdspring.protocol.tmq.FetchJsonMetaResponse;
import io.tdspring.protocol.tmq.FetchedRawData;
import io.tdspring.protocol.tmq.TmqData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers that a message came in; decoded by who wants to see it. Immutable. */
record FetchedParts(FetchedRawData.@Nullable Data rows, Answer.@Nullable Text changes, long end) implements Fetched {

    FetchedParts(FetchedRawData.@Nullable Data rows, Answer.@Nullable Text changes) {
        this(rows, changes, 0);
    }

    FetchedParts endingAt(long newEnd) {
        return new FetchedParts(rows, changes, newEnd);
    }

    @Override
    public int bytes() {
        return rows == null ? 0 : rows.raw().remaining();
    }

    @Override
    public Content content() {
        return new Content(tables(), metas());
    }

    private List<TableRows> tables() {
        if (rows == null) {
            return List.of();
        }
        return TmqData.read(rows.raw().duplicate(), rows.rawType()).stream()
                .map(block -> new TableRows(block.tableName(), block.block()))
                .toList();
    }

    private List<TableMeta> metas() {
        return changes == null
                ? List.of()
                : FetchJsonMetaResponse.read(changes.json()).metas();
    }
}
