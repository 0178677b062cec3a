// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.client.tmq.TableBlock;
import io.tdspring.data.Row;
import io.tdspring.spring.listener.PoisonRowException;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.mapping.RowMapper;
import io.tdspring.spring.mapping.TdMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a message and makes payloads of those that the filter accepts. Safe for the threads of all
 * consumers.
 *
 * @param name of the listener, for failures
 */
record RowFeed(Object name, Targets targets, @Nullable RowFilter filter) {

    /** Which method takes the rows of a block, and as what. */
    @FunctionalInterface
    interface Targets {
        /**
         * The target of a block's rows.
         *
         * @throws RuntimeException if the block's columns fit none
         */
        Target of(TableBlock from);
    }

    /**
     * What takes the rows of one block.
     *
     * @param wraps whether it takes each row as a {@link TdRecord}
     */
    record Target(ListenerMethod method, RowMapper<?> rows, boolean wraps) {}

    /** Takes the payloads one after the other. */
    @FunctionalInterface
    interface Sink {
        void row(Target target, @Nullable Object payload, TableBlock from, int position);
    }

    /**
     * Feeds the rows of a message from one on.
     *
     * @param first counted over all blocks
     * @throws io.tdspring.spring.listener.ListenerFailedException if a row does not fit, or the columns of a block: then
     *     its rows fail together, with those of the blocks behind it that have the same columns
     */
    void feed(Delivery delivery, int first, Sink sink) {
        List<TableBlock> blocks = delivery.message().blocks();
        int before = 0;
        for (int i = 0; i < blocks.size(); i++) {
            TableBlock from = blocks.get(i);
            int end = before + from.block().rows();
            int start = Math.max(first, before);
            if (start < end && !delivery.context().isNacked()) {
                Rows rows = new Rows(delivery, from, before);
                feed(rows, target(rows, start, blocks.subList(i, blocks.size())), start, sink);
            }
            before = end;
        }
    }

    /** The rows of a block; the first of them has this position in its message. */
    private record Rows(Delivery delivery, TableBlock from, int before) {

        Row at(int position) {
            return from.block().row(position - before);
        }

        int end() {
            return before + from.block().rows();
        }
    }

    private void feed(Rows rows, Target target, int start, Sink sink) {
        boolean nacked = false;
        for (int position = start; position < rows.end() && !nacked; position++) {
            Object value = read(rows, target, position);
            TdRecord<?> wrapped = filter != null || target.wraps()
                    ? RowSource.record(value, rows.delivery().message(), rows.from())
                    : null;
            if (filter == null || wrapped == null || accepts(filter, rows, wrapped, position)) {
                sink.row(target, target.wraps() ? wrapped : value, rows.from(), position);
                nacked = rows.delivery().context().isNacked();
            }
        }
    }

    private @Nullable Object read(Rows rows, Target target, int position) {
        Row row = rows.at(position);
        try {
            return target.rows().mapRow(row);
        } catch (RuntimeException e) {
            throw rows.delivery().failure(name, position, position + 1, poison(e, row));
        }
    }

    private boolean accepts(RowFilter chosen, Rows rows, TdRecord<?> row, int position) {
        try {
            return chosen.accepts(row);
        } catch (RuntimeException e) {
            throw rows.delivery().failure("filter of " + name, position, position + 1, e);
        }
    }

    /** @param blocks the block of the rows and those behind it */
    private Target target(Rows rows, int start, List<TableBlock> blocks) {
        try {
            return targets.of(rows.from());
        } catch (RuntimeException e) {
            int end = rows.before();
            for (TableBlock next : blocks) {
                if (!sameShape(next, rows.from())) {
                    break;
                }
                end += next.block().rows();
            }
            throw rows.delivery().failure(name, start, end, poison(e, rows.at(start)));
        }
    }

    private static boolean sameShape(TableBlock one, TableBlock other) {
        return one.block().columns().equals(other.block().columns())
                && (one.tableName() == null) == (other.tableName() == null);
    }

    private static PoisonRowException poison(RuntimeException cause, Row row) {
        return new PoisonRowException(cause, TdMapper.maps().mapRow(row));
    }
}
