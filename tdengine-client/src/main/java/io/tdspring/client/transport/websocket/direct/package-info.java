// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The WebSocket engine that speaks RFC 6455 itself, over a blocking socket, so that a long message is copied once on its
 * way: from the socket into the memory that the receiver gets, or from the sender's buffers into the socket.
 *
 * <p>Each socket has one thread that reads it; callers write on their own threads, one at a time; one thread of the engine
 * watches all its sockets. Uses {@code io.tdspring.client.transport}, the seam
 * {@code io.tdspring.client.transport.websocket.engine} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.transport.websocket.direct;

import org.jspecify.annotations.NullMarked;
