// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener.adapter;

import io.tdspring.spring.listener.BatchListenerFailedException;
import io.tdspring.spring.listener.BatchRows;
import io.tdspring.spring.listener.ListenerFailedException;
import io.tdspring.spring.listener.TdRecord;
import io.tdspring.spring.listener.TdRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call with the list of all rows. A row that does not fit parts the list: the rows before it are handed on, then it
 * fails alone, and the rows behind it are handed on when it has been given up.
 *
 * @param asRecords whether the method takes {@link TdRecords} rather than a {@code List}
 */
record RowLists(ListenerMethod method, RowFeed feed, boolean asRecords) implements Invocation {

    /** Payloads with the positions of their rows: what a filter leaves has gaps. */
    private record Segment(int first, List<@Nullable Object> payloads, List<Integer> positions) {

        /** The positions from one on. */
        List<Integer> from(int start) {
            return positions.stream().filter(position -> position >= start).toList();
        }
    }

    @Override
    public void handOn(Delivery delivery, int first) {
        Segment segment = new Segment(first, new ArrayList<>(), new ArrayList<>());
        try {
            feed.feed(delivery, first, (target, payload, from, position) -> {
                segment.payloads().add(payload);
                segment.positions().add(position);
            });
        } catch (ListenerFailedException poison) {
            handOn(delivery, segment, poison.failedRow());
            if (delivery.context().isNacked()) {
                return;
            }
            throw poison;
        }
        handOn(delivery, segment, delivery.message().rows());
    }

    private void handOn(Delivery delivery, Segment segment, int end) {
        if (segment.payloads().isEmpty()) {
            return;
        }
        BatchRows rows = new BatchRows(segment.positions());
        try {
            method.invoke(new Call(payload(segment.payloads()), null, segment.first(), delivery, rows));
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            int index = failedIndex(e);
            if (index < 0 || index >= segment.positions().size()) {
                int start = rows.goesOnAt(segment.first());
                throw delivery.failure(method, start, end, segment.from(start), e);
            }
            int row = segment.positions().get(index);
            throw delivery.failure(method, row, row + 1, e);
        }
    }

    @SuppressWarnings("unchecked") // The feed of a listener of TdRecords wraps each row.
    private Object payload(List<@Nullable Object> payloads) {
        return asRecords ? new TdRecords<>((List<TdRecord<Object>>) (List<?>) payloads) : payloads;
    }

    /** The index that the listener named, or −1. */
    private static int failedIndex(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BatchListenerFailedException named) {
                return named.index();
            }
        }
        return -1;
    }
}
