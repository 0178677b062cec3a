// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Error handlers for listeners, and what takes the rows that no attempt could handle.
 *
 * <p>{@code DefaultErrorHandler} decides by back-off and by the kind of failure; {@code DeadLetterTableRecoverer} keeps
 * rows in a table and {@code DeadLetterRedrive} hands them out again. Uses {@code listener} and {@code core}, which do not
 * know this package.
 */
@NullMarked
package io.tdspring.spring.listener.error;

import org.jspecify.annotations.NullMarked;
