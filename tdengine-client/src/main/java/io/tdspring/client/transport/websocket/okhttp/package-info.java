// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The WebSocket engine that has OkHttp look up names, connect, encrypt and upgrade, and then takes over the connection.
 *
 * <p>OkHttp's own WebSocket is not used: it masks byte by byte, queues at most 16 MiB and copies what comes in.
 *
 * <p>Only this package and the REST carrier use {@code okhttp3} and {@code okio}. Uses
 * {@code io.tdspring.client.transport}, the seam {@code io.tdspring.client.transport.websocket.engine} and the sockets of
 * {@code io.tdspring.client.transport.websocket.frame}.
 */
@NullMarked
package io.tdspring.client.transport.websocket.okhttp;

import org.jspecify.annotations.NullMarked;
