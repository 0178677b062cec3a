// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TDengine's values as they travel: data types, columns, and blocks of rows that stay in columns.
 *
 * <p>Uses the JDK only. Nothing here reads a socket or owns a thread.
 */
@NullMarked
package io.tdspring.data;

import org.jspecify.annotations.NullMarked;
