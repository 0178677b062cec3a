// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The WebSocket carrier: sessions on {@code /ws} and subscriptions on {@code /rest/tmq}.
 *
 * <p>A socket is read by one thread of its engine's, which only hands answers to the threads that wait for them; no code of
 * a user runs on it. Uses {@code io.tdspring.client.transport}, the seam
 * {@code io.tdspring.client.transport.websocket.engine} but no engine, {@code io.tdspring.protocol} with its messages,
 * {@code io.tdspring.data} and {@code io.tdspring.error}; no other carrier.
 */
@NullMarked
package io.tdspring.client.transport.websocket;

import org.jspecify.annotations.NullMarked;
