// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The messages of the WebSocket endpoint {@code /ws}, and the envelope which {@code /rest/tmq} shares: one record for
 * each, written and read by both sides.
 *
 * <p>Uses {@code io.tdspring.protocol}, {@code io.tdspring.data} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.protocol.ws;

import org.jspecify.annotations.NullMarked;
