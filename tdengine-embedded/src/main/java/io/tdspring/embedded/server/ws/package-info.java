// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** The sessions on {@code /ws}: login, statements, results. Uses {@code server}, the engine and the protocol's messages. */
@NullMarked
package io.tdspring.embedded.server.ws;

import org.jspecify.annotations.NullMarked;
