// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Runs one SQL statement of any kind: the way from its text through parser, store and executor to a result.
 */
@NullMarked
package io.tdspring.embedded.engine;

import org.jspecify.annotations.NullMarked;
