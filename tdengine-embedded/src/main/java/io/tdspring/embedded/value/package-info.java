// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * From the literals of INSERT and TAGS to cells of a column's type, with TDengine's ranges, rounding and errors, texts of
 * timestamps, and the pattern of LIKE, which SELECT and SHOW use, too. Uses the
 * syntax tree and the data types, knows no tables.
 */
@NullMarked
package io.tdspring.embedded.value;

import org.jspecify.annotations.NullMarked;
