// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Parameter binding: statements whose values travel beside the SQL text, row by row or as whole columns.
 *
 * <p>Written against {@code io.tdspring.client.transport}; the values go into frames of {@code io.tdspring.protocol.stmt}.
 * Uses {@code io.tdspring.client.sql}, {@code io.tdspring.data} and {@code io.tdspring.error} too.
 */
@NullMarked
package io.tdspring.client.stmt;

import org.jspecify.annotations.NullMarked;
