// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The least that a client can do: it fetches a result's blocks over one WebSocket, one fetch under way, and adds up the
 * cells where they have arrived. What our client costs on top of this is its own.
 *
 * <p>Uses {@code io.tdspring.protocol.ws} to log in and to read the answer to the query, and OkHttp in one class; for the
 * fetches there are prepared bytes.
 */
@NullMarked
package io.tdspring.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
