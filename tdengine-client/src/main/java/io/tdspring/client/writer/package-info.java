// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The asynchronous writer: rows in, completions out, collected into frames by table.
 *
 * <p>Uses {@code io.tdspring.client.stmt} and {@code io.tdspring.client.sql}, {@code io.tdspring.client.transport},
 * {@code io.tdspring.protocol.stmt} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.writer;

import org.jspecify.annotations.NullMarked;
