// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Mutated input for the server's front doors: whatever comes, it answers or closes the connection, and goes on.
 *
 * <p>The seed is fixed, so a failure comes again; {@code -Psoak} runs the full volume.
 */
package io.tdspring.embedded.fuzz;
