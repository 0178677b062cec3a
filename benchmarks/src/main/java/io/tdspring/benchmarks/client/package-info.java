// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** What {@link io.tdspring.client.TdengineClient} does with the workloads. */
@NullMarked
package io.tdspring.benchmarks.client;

import org.jspecify.annotations.NullMarked;
