// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** What the HTTP paths of REST do: statements, tokens, authentication. Uses {@code server}, the engine and the protocol's messages. */
@NullMarked
package io.tdspring.embedded.server.rest;

import org.jspecify.annotations.NullMarked;
