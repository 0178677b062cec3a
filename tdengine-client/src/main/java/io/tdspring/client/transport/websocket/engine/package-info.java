// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The seam between the WebSocket carrier and what speaks RFC 6455 for it: an engine opens sockets, sends messages, and
 * hands over those that arrive.
 *
 * <p>The engines live in {@code io.tdspring.client.transport.websocket.okhttp} and {@code .direct}, and share
 * {@code .frame}; they know nothing of TDengine's messages. Uses {@code io.tdspring.client.transport} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.transport.websocket.engine;

import org.jspecify.annotations.NullMarked;
