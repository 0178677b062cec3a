// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is measured, whoever does it: a {@link io.tdspring.benchmarks.workload.Workload}, the statements and the rows that
 * all contenders use. Knows no client.
 */
@NullMarked
package io.tdspring.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
