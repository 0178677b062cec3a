// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * WebSocket (RFC 6455), and the compression of messages (RFC 7692), over any two streams of bytes: what engines share that
 * dial differently. A long message is copied once on its way: from the stream into the memory that the receiver gets, or
 * from the sender's buffers into the stream.
 *
 * <p>An engine has one {@link io.tdspring.client.transport.websocket.frame.FramedSockets}, and hands it an
 * {@link io.tdspring.client.transport.websocket.frame.Attempt} for each socket. Each socket has one thread that reads it;
 * callers write on their own threads, one at a time; one thread of an engine watches all its sockets. Uses
 * {@code io.tdspring.client.transport}, the seam {@code io.tdspring.client.transport.websocket.engine} and
 * {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.transport.websocket.frame;

import org.jspecify.annotations.NullMarked;
