// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The port: HTTP/1.1 and WebSocket with Netty. Decoded messages go to the endpoints of the server package, which knows nothing
 * of Netty; no other package uses Netty.
 */
@NullMarked
package io.tdspring.embedded.net;

import org.jspecify.annotations.NullMarked;
