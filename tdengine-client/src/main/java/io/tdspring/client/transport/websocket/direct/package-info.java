// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The WebSocket engine that dials and upgrades by itself, over blocking sockets.
 *
 * <p>Uses {@code io.tdspring.client.transport}, the seam {@code io.tdspring.client.transport.websocket.engine} and the
 * sockets of {@code io.tdspring.client.transport.websocket.frame}.
 */
@NullMarked
package io.tdspring.client.transport.websocket.direct;

import org.jspecify.annotations.NullMarked;
