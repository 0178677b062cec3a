// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * SQL text from Java values: literals, quoted names, and INSERT statements of many tables within the server's limit.
 *
 * <p>Uses the values and exceptions of the protocol module only; nothing here opens a connection.
 */
@NullMarked
package io.tdspring.client.sql;

import org.jspecify.annotations.NullMarked;
