// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Schemaless writing on {@code /ws}: the request with its lines and the answer, both written and read by both sides.
 *
 * <p>Uses {@code io.tdspring.protocol.ws} for envelope and heads, and {@code io.tdspring.protocol}.
 */
@NullMarked
package io.tdspring.protocol.schemaless;

import org.jspecify.annotations.NullMarked;
