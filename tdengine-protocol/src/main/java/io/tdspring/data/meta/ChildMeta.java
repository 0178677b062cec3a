// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data.meta;

import java.util.List;

/**
 * A child table that was created. Immutable.
 *
 * @param superTable the name of its super table
 * @param tagCount how many tags its super table has
 * @param tags those that are not NULL; of a NULL one TDengine does not tell the name
 */
public record ChildMeta(String table, String superTable, int tagCount, List<TagMeta> tags) {

    public ChildMeta {
        tags = List.copyOf(tags);
    }
}
