// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The ways to reach TDengine behind one interface: what is above this package is written once against it.
 *
 * <p>The carriers live in packages of their own, which do not know one another. Uses {@code io.tdspring.data},
 * {@code io.tdspring.error}, and of {@code io.tdspring.protocol} the values that are bound to statements, how lines are to be read,
 * and the raw answers of REST.
 */
@NullMarked
package io.tdspring.client.transport;

import org.jspecify.annotations.NullMarked;
