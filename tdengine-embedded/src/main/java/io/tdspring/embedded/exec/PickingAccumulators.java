// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.exec;

import io.tdspring.embedded.sql.SqlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Collect several rows of a group. */
final class PickingAccumulators {

    private PickingAccumulators() {}

    /** Has its rows when all are in. */
    private abstract static class Picking implements RowsAccumulator {

        private @Nullable List<PickedRow> picked;

        /** The rows of the result in their order. */
        abstract List<PickedRow> pick();

        private List<PickedRow> picked() {
            if (picked == null) {
                picked = pick();
            }
            return picked;
        }

        @Override
        public int size() {
            return picked().size();
        }

        @Override
        public @Nullable Object value(int number) {
            return picked().get(number).value();
        }

        @Override
        public void select(Frame frame, int number) {
            picked().get(number).show(frame);
        }
    }

    /**
     * The greatest or least values, in a heap with the first to go at its root. Of equal values the ones stay that stay on
     * a real server: those that are new sink below those that were there.
     */
    static final class Top extends Picking {

        private final Evaluator argument;
        private final int most;
        private final int sign;
        private final List<PickedRow> heap = new ArrayList<>();

        Top(Evaluator argument, int most, int sign) {
            this.argument = argument;
            this.most = most;
            this.sign = sign;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value == null) {
                return;
            }
            PickedRow row = PickedRow.of(value, frame);
            if (heap.size() < most) {
                heap.add(row);
                rise();
            } else if (isBefore(row, heap.get(0))) {
                heap.set(0, row);
                sink();
            }
        }

        private boolean isBefore(PickedRow a, PickedRow b) {
            return a.value() != null && b.value() != null && Ordering.compare(a.value(), b.value()) * sign > 0;
        }

        private void rise() {
            int child = heap.size() - 1;
            int parent = (child - 1) / 2;
            while (isBefore(heap.get(parent), heap.get(child))) {
                swap(parent, child);
                child = parent;
                parent = (child - 1) / 2;
            }
        }

        private void sink() {
            int parent = 0;
            int child = 1;
            while (child < heap.size()) {
                if (child + 1 < heap.size() && isBefore(heap.get(child), heap.get(child + 1))) {
                    child++;
                }
                if (isBefore(heap.get(child), heap.get(parent))) {
                    return;
                }
                swap(parent, child);
                parent = child;
                child = 2 * parent + 1;
            }
        }

        private void swap(int a, int b) {
            PickedRow row = heap.get(a);
            heap.set(a, heap.get(b));
            heap.set(b, row);
        }

        @Override
        List<PickedRow> pick() {
            return heap;
        }

        /** Without values there is one row of NULL. */
        @Override
        public int size() {
            return Math.max(1, heap.size());
        }

        @Override
        public @Nullable Object value(int number) {
            return heap.isEmpty() ? null : heap.get(number).value();
        }

        @Override
        public void select(Frame frame, int number) {
            if (heap.isEmpty()) {
                throw SqlException.notSupported("a column beside an aggregate of nothing but NULL");
            }
            super.select(frame, number);
        }
    }

    /** The earliest row of each value; NULL is one of them. */
    static final class Unique extends Picking {

        private final Evaluator argument;
        private final Map<RowKey, PickedRow> firsts = new LinkedHashMap<>();

        Unique(Evaluator argument) {
            this.argument = argument;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            PickedRow row = PickedRow.of(value, frame);
            firsts.merge(
                    new RowKey(new @Nullable Object[] {value}, 1),
                    row,
                    (known, added) -> added.timestamp() < known.timestamp() ? added : known);
        }

        @Override
        List<PickedRow> pick() {
            return List.copyOf(firsts.values());
        }
    }

    /** The latest rows, the latest first, without some of them. */
    static final class Tail extends Picking {

        private final Evaluator argument;
        private final int skipped;
        private final int kept;
        private final PriorityQueue<PickedRow> latest =
                new PriorityQueue<>(Comparator.comparingLong(PickedRow::timestamp));

        /**
         * @param skipped how many of the latest are left out
         * @param most how many rows before them are the result
         */
        Tail(Evaluator argument, int skipped, int most) {
            this.argument = argument;
            this.skipped = skipped;
            this.kept = skipped + most;
        }

        @Override
        public void add(Frame frame) {
            latest.add(PickedRow.of(argument.value(frame), frame));
            if (latest.size() > kept) {
                latest.remove();
            }
        }

        @Override
        List<PickedRow> pick() {
            return latest.stream()
                    .sorted(Comparator.comparingLong(PickedRow::timestamp).reversed())
                    .skip(skipped)
                    .toList();
        }
    }

    /** Some rows by chance, each row with a value as likely as the others. */
    static final class Sample extends Picking {

        private final Evaluator argument;
        private final int most;
        private final List<PickedRow> sample = new ArrayList<>();
        private int seen;

        Sample(Evaluator argument, int most) {
            this.argument = argument;
            this.most = most;
        }

        @Override
        public void add(Frame frame) {
            Object value = argument.value(frame);
            if (value == null) {
                return;
            }
            seen++;
            if (sample.size() < most) {
                sample.add(PickedRow.of(value, frame));
                return;
            }
            int place = ThreadLocalRandom.current().nextInt(seen);
            if (place < most) {
                sample.set(place, PickedRow.of(value, frame));
            }
        }

        @Override
        List<PickedRow> pick() {
            if (sample.isEmpty()) {
                throw SqlException.notSupported("sample of nothing but NULL");
            }
            return sample;
        }
    }
}
