// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The messages of the WebSocket endpoint {@code /rest/tmq}, on which topics are read, and the format of what they
 * bring.
 *
 * <p>Uses {@code io.tdspring.protocol}, its packages {@code ws} (the envelope) and {@code block},
 * {@code io.tdspring.data} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.protocol.tmq;

import org.jspecify.annotations.NullMarked;
