// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Runs SELECT: names are resolved once, expressions are compiled to evaluators, rows flow through filter, grouping,
 * windows and order into a result.
 *
 * <p>{@code SelectExecutor}, {@code TopicPlan} and {@code DeletePlan} are the doors. Uses {@code sql}, {@code store} and {@code value}.
 */
@NullMarked
package io.tdspring.embedded.exec;

import org.jspecify.annotations.NullMarked;
