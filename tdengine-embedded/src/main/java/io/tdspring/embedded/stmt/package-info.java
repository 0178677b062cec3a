// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Prepared statements: INSERT whose values are written as they are bound, without SQL in between, and queries whose
 * parameters are bound as literals.
 *
 * <p>Uses the engine, the writing package, the store, the syntax tree, and the protocol's messages for what is bound.
 */
@NullMarked
package io.tdspring.embedded.stmt;

import org.jspecify.annotations.NullMarked;
