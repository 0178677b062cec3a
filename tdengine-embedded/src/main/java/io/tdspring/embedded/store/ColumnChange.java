// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import io.tdspring.data.Column;

/**
 * What was done to one column or tag.
 *
 * <p>Immutable.
 *
 * @param name before the change; of one that was added its name
 * @param column after the change; of one that was dropped as it was
 */
public record ColumnChange(Kind kind, String name, Column column) {

    public enum Kind {
        ADDED,
        DROPPED,
        RENAMED,
        RESIZED
    }

    /** The one difference between the columns before and after a statement. */
    static ColumnChange between(Columns before, Columns after) {
        if (after.size() > before.size()) {
            Column added = after.get(after.size() - 1);
            return new ColumnChange(Kind.ADDED, added.name(), added);
        }
        int index = 0;
        while (index < after.size() && after.get(index).equals(before.get(index))) {
            index++;
        }
        Column old = before.get(index);
        if (after.size() < before.size()) {
            return new ColumnChange(Kind.DROPPED, old.name(), old);
        }
        Column changed = after.get(index);
        Kind kind = changed.name().equals(old.name()) ? Kind.RESIZED : Kind.RENAMED;
        return new ColumnChange(kind, old.name(), changed);
    }
}
