// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.mapping;

import io.tdspring.data.Row;
import org.jspecify.annotations.Nullable;

/**
 * Makes an object from a row of a result.
 *
 * <p>Must be safe for use by many threads if it is shared.
 *
 * @param <T> what comes out; it can be null only where the mapper says so
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object> {

    /**
     * Maps one row. The row is a view of its block and may be kept.
     *
     * @throws io.tdspring.error.TdConversionException if a value does not fit; the message names the column, never the
     *     value
     */
    T mapRow(Row row);
}
