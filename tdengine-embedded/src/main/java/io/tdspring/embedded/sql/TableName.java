// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import org.jspecify.annotations.Nullable;

/**
 * A table or super table as a statement names it.
 *
 * @param database the database before the point, or null for the session's
 */
public record TableName(@Nullable String database, String name) {

    /** {@code ?} in the place of the name, in a prepared statement; no table has an empty name. */
    public static final TableName PLACEHOLDER = new TableName(null, "");
}
