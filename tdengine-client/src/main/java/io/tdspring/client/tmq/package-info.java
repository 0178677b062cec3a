// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Data subscription: consumers of TDengine's topics.
 *
 * <p>Uses {@code io.tdspring.client.transport}, {@code io.tdspring.data} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.tmq;

import org.jspecify.annotations.NullMarked;
