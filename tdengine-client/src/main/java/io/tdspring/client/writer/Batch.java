// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.writer;

import io.tdspring.error.TdengineException;
import io.tdspring.protocol.stmt.BindFrame;
import io.tdspring.protocol.stmt.WireValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Rows that go into one frame, and share their end. Confined to one thread at a time, except {@link #completion}. */
final class Batch {

    private final int tags;
    private final long begun;
    private final Map<String, TableRows> tables = new LinkedHashMap<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CompletionStage<Void> completion = end.minimalCompletionStage();
    private int rows;
    private long bytes;
    private long memory;

    /**
     * @param tags how many of the values of a row are tags
     * @param begun the moment of the first row
     */
    Batch(int tags, long begun) {
        this.tags = tags;
        this.begun = begun;
    }

    /** Adds a row; returns how many bytes of memory it takes. */
    int add(String table, List<WireValues> row) {
        TableRows target = tables.get(table);
        int added = 0;
        int besides = 0;
        if (target == null) {
            target = new TableRows(row, tags);
            tables.put(table, target);
            added = table.length();
            besides = TableRows.memory(row.size());
        }
        added += target.add(row);
        rows++;
        bytes += added;
        memory += added + besides;
        return added + besides;
    }

    boolean isFull(WriterLimits limits) {
        return rows >= limits.maxRows() || bytes >= limits.maxBytes();
    }

    long begun() {
        return begun;
    }

    int rows() {
        return rows;
    }

    /** Of the values and names, about as many as the frame has. */
    long bytes() {
        return bytes;
    }

    /** What {@link #add} has returned in all. */
    long memory() {
        return memory;
    }

    void writeTo(BindFrame frame) {
        tables.forEach((table, content) -> content.writeTo(frame, table));
    }

    /** Ends when all rows are acknowledged or have failed. */
    CompletionStage<Void> completion() {
        return completion;
    }

    CompletableFuture<Void> end() {
        return end;
    }

    void acknowledge() {
        end.complete(null);
    }

    void fail(TdengineException why) {
        end.completeExceptionally(why);
    }
}
