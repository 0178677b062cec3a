// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Measures clients side by side: {@link io.tdspring.benchmarks.SideBySide} starts a server and the contenders, each in a
 * process of its own, has them work by turns, and prints what they needed.
 */
@NullMarked
package io.tdspring.benchmarks;

import org.jspecify.annotations.NullMarked;
