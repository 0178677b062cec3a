// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Schemaless writing: the line protocol, telnet lines and JSON become points, for which tables and columns are made where
 * they are missing. Uses the protocol's request, the syntax tree and its statements' executors in {@code write}, the
 * values and the store.
 */
@NullMarked
package io.tdspring.embedded.schemaless;

import org.jspecify.annotations.NullMarked;
