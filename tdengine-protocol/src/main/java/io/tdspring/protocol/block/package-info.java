// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Raw blocks: rows in TDengine's column format, as query answers and messages of topics carry them.
 *
 * <p>Uses {@code io.tdspring.data} and {@code io.tdspring.error} only. Bytes in, bytes out; nothing here reads a socket.
 */
@NullMarked
package io.tdspring.protocol.block;

import org.jspecify.annotations.NullMarked;
