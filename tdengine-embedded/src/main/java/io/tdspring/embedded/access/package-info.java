// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Who may log in and who is connected. Knows the errors of {@code sql} and nothing else of the server.
 */
@NullMarked
package io.tdspring.embedded.access;

import org.jspecify.annotations.NullMarked;
