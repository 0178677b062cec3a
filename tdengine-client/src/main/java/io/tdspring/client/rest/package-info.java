// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Raw answers of TDengine's REST interface, for those who want just that.
 *
 * <p>Uses {@code io.tdspring.client.transport} and {@code io.tdspring.protocol.rest}.
 */
@NullMarked
package io.tdspring.client.rest;

import org.jspecify.annotations.NullMarked;
