// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Damaged messages for every decoder: it reads something or refuses the message as what it is, takes no more memory than
 * the message justifies, and comes to an end.
 *
 * <p>The seed is fixed, so a failure comes again; {@code -Psoak} runs the full volume.
 */
package io.tdspring.protocol.fuzz;
