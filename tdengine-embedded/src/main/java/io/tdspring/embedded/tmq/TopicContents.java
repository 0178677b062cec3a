// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.tmq;

import io.tdspring.embedded.store.TableChange;

/** What a topic of whole tables tells of. */
public enum TopicContents {
    ROWS,
    ROWS_AND_CHANGES,
    CHANGES;

    boolean hasRows() {
        return this != CHANGES;
    }

    /** Whether changes of this kind are told; without the rows their deletion is left out, too. */
    boolean has(TableChange change) {
        return switch (this) {
            case ROWS -> false;
            case ROWS_AND_CHANGES -> true;
            case CHANGES -> !(change instanceof TableChange.RowsDeleted);
        };
    }
}
