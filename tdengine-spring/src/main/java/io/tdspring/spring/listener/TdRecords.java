// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.listener;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch, each with where it came from: what a batch listener takes instead of a {@code List} of bare
 * values. Immutable.
 *
 * @param records in the order of the log
 */
public record TdRecords<T extends @Nullable Object>(List<TdRecord<T>> records) implements Iterable<TdRecord<T>> {

    public TdRecords {
        records = List.copyOf(records);
    }

    /** The rows alone; null only for the NULL of a single value. */
    public List<T> values() {
        List<T> values = new ArrayList<>(records.size());
        records.forEach(row -> values.add(row.value()));
        return values;
    }

    public int size() {
        return records.size();
    }

    @Override
    public Iterator<TdRecord<T>> iterator() {
        return records.iterator();
    }
}
