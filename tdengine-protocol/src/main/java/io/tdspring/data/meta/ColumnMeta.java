// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.data.meta;

import io.tdspring.data.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column or a tag of a table that was created. Immutable.
 *
 * @param primaryKey whether the column is part of the key besides the timestamp
 * @param storage null for a tag, which has none of its own
 */
public record ColumnMeta(
        Column column, boolean primaryKey, @Nullable Storage storage) {

    /**
     * How the values of a column are kept, in TDengine's words.
     *
     * @param encode such as {@code delta-i}
     * @param compress such as {@code lz4}
     * @param level such as {@code medium}
     */
    public record Storage(String encode, String compress, String level) {}
}
