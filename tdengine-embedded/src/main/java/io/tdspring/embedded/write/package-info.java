// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The statements that change databases, tables and rows: DDL and INSERT, with TDengine's checks; uses the syntax tree,
 * the values and the store.
 */
@NullMarked
package io.tdspring.embedded.write;

import org.jspecify.annotations.NullMarked;
