// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What can go wrong: one unchecked root, a class for each thing a caller can do about it, and the one table from
 * TDengine's codes to these classes.
 *
 * <p>Uses the JDK only.
 */
@NullMarked
package io.tdspring.error;

import org.jspecify.annotations.NullMarked;
