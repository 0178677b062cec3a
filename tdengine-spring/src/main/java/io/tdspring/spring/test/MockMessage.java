// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.test;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.client.tmq.TmqMessage;
import io.tdspring.client.tmq.TopicVgroup;
import io.tdspring.data.Column;
import io.tdspring.data.meta.TableMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the Java values of which a message is made.
 *
 * <pre>{@code
 * TmqMessage message = MockMessage.of(new TopicVgroup("t_plant", 2), 7)
 *         .table("d1", Column.of("ts", DataType.TIMESTAMP), Column.of("v", DataType.INT))
 *         .row(Instant.parse("2027-01-15T08:00:00Z"), 42)
 *         .build();
 * }</pre>
 *
 * <p>Confined to one thread.
 */
public final class MockMessage {

    private final TopicVgroup vgroup;
    private final long startOffset;
    private long endOffset;
    private String database = "db";
    private final List<Table> tables = new ArrayList<>();
    private final List<TableMeta> metas = new ArrayList<>();

    private record Table(@Nullable String name, List<Column> columns, List<@Nullable Object[]> rows) {

        TableBlock toBlock() {
            return TableBlock.of(name, columns, rows);
        }
    }

    private MockMessage(TopicVgroup vgroup, long startOffset) {
        this.vgroup = vgroup;
        this.startOffset = startOffset;
        this.endOffset = startOffset + 1;
    }

    /** A message that starts at this offset and ends with the next one. */
    public static MockMessage of(TopicVgroup vgroup, long startOffset) {
        return new MockMessage(vgroup, startOffset);
    }

    /** Where the vgroup goes on behind it; real offsets have gaps. */
    public MockMessage endsAt(long offset) {
        endOffset = offset;
        return this;
    }

    /** The database of the topic; {@code db} if not said. */
    public MockMessage database(String name) {
        database = name;
        return this;
    }

    /**
     * Begins a block of rows; {@link #row} fills it.
     *
     * @param name null for a topic whose query merges tables
     */
    public MockMessage table(@Nullable String name, Column... columns) {
        tables.add(new Table(name, List.of(columns), new ArrayList<>()));
        return this;
    }

    /**
     * A row of the table that was begun last.
     *
     * @param values as {@link TableBlock#of} takes them
     * @throws IllegalStateException if no table was begun
     */
    public MockMessage row(@Nullable Object... values) {
        if (tables.isEmpty()) {
            throw new IllegalStateException("a row needs its columns: begin a table first");
        }
        tables.get(tables.size() - 1).rows().add(values.clone());
        return this;
    }

    /** A change of tables, as topics {@code with meta} tell of them. */
    public MockMessage meta(TableMeta change) {
        metas.add(change);
        return this;
    }

    /** The message. */
    public TmqMessage build() {
        List<TableBlock> blocks = tables.stream().map(Table::toBlock).toList();
        long offset = blocks.isEmpty() ? endOffset : startOffset;
        return new TmqMessage(
                vgroup.topic(), database, vgroup.vgroupId(), offset, startOffset, endOffset, blocks, metas);
    }
}
