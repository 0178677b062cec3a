// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.net;

/**
 * Where a listener listens and what it takes.
 *
 * @param port 0 for any free one
 * @param maxMessageBytes of an HTTP body or a WebSocket message, after inflating
 */
public record ListenerOptions(String host, int port, int maxMessageBytes) {}
