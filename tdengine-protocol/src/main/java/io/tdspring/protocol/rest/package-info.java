// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON documents with which TDengine's REST interface answers a statement, written by a server and read by a client.
 *
 * <p>Uses {@code io.tdspring.data}, {@code io.tdspring.error}, {@code io.tdspring.protocol.block} and Jackson's
 * streaming parser. Works on streams; nothing here opens one.
 */
@NullMarked
package io.tdspring.protocol.rest;

import org.jspecify.annotations.NullMarked;
