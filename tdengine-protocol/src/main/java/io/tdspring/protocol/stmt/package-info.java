// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Prepared statements on {@code /ws}, of both interfaces: {@code Stmt2…} is the newer one, whose values come in a frame of
 * their own, {@code Stmt…} the older one, which gives values in JSON or in raw blocks. One record for each request and
 * answer, written and read by both sides; {@link io.tdspring.protocol.stmt.BoundValues} is what all of them bind.
 *
 * <p>Uses {@code io.tdspring.protocol.ws} for envelope and heads, {@code io.tdspring.protocol}, {@code io.tdspring.data}
 * and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.protocol.stmt;

import org.jspecify.annotations.NullMarked;
