// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Prepared statements of the second generation on {@code /ws}: one record for each request and answer, and the binary
 * frame that binds values, all written and read by both sides.
 *
 * <p>Uses {@code io.tdspring.protocol.ws} for envelope and heads, {@code io.tdspring.protocol}, {@code io.tdspring.data}
 * and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.protocol.stmt;

import org.jspecify.annotations.NullMarked;
