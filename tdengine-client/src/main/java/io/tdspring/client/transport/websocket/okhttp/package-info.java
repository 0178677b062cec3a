// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The WebSocket engine on OkHttp, with OkHttp's limits: a queue of 16 MiB for what goes out, a copy of what comes in.
 *
 * <p>Only this package and the REST carrier use {@code okhttp3}. Uses {@code io.tdspring.client.transport}, the seam
 * {@code io.tdspring.client.transport.websocket.engine} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.transport.websocket.okhttp;

import org.jspecify.annotations.NullMarked;
