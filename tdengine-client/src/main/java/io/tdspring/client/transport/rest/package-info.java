// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The REST carrier: statements and queries by {@code POST /rest/sql}, over OkHttp.
 *
 * <p>Answers are read on the threads of their callers. Uses {@code io.tdspring.client.transport},
 * {@code io.tdspring.protocol.rest}, {@code io.tdspring.data} and {@code io.tdspring.error}; no other carrier.
 */
@NullMarked
package io.tdspring.client.transport.rest;

import org.jspecify.annotations.NullMarked;
