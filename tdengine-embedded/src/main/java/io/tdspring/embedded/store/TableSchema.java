// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a new table: its name and columns, and for a child table the super table and the values of its tags.
 */
record TableSchema(String name, Columns columns, @Nullable SuperTable superTable, List<@Nullable Object> tags) {}
