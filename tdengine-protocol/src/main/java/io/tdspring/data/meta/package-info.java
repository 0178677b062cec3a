// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Changes of tables, and deletions of rows, of which a topic tells: what they say, in TDengine's own words.
 *
 * <p>Uses {@code io.tdspring.data} only. All of it is immutable.
 */
@NullMarked
package io.tdspring.data.meta;

import org.jspecify.annotations.NullMarked;
