// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Databases, tables, rows and the log of each vgroup, in memory; uses the data types and {@code SqlException} alone.
 */
@NullMarked
package io.tdspring.embedded.store;

import org.jspecify.annotations.NullMarked;
