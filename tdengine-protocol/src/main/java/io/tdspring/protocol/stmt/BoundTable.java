// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.protocol.stmt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is bound for one table, or the parameters of a query.
 *
 * @param name as the statement's placeholder for it; null if the frame has no names, empty if this one is
 * @param tags one value each; empty if the frame has no tags
 * @param columns as many values each as the table gets rows
 */
public record BoundTable(@Nullable String name, List<BoundValues> tags, List<BoundValues> columns) {

    public BoundTable {
        tags = List.copyOf(tags);
        columns = List.copyOf(columns);
    }
}
