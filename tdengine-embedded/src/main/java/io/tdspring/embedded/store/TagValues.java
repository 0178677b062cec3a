// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a child table's tags, with the tags that they are for; immutable. */
record TagValues(Columns tags, List<@Nullable Object> values) {

    TagValues {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The values for the tags of another moment; those without a value are NULL. */
    List<@Nullable Object> of(Columns wanted) {
        int[] indexes = wanted.indexesIn(tags);
        if (indexes == null) {
            return values;
        }
        List<@Nullable Object> moved = new ArrayList<>();
        for (int index : indexes) {
            moved.add(index < 0 ? null : values.get(index));
        }
        return Collections.unmodifiableList(moved);
    }
}
