// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** What {@code tdengine-spring} does with the workloads, on top of {@link io.tdspring.client.TdengineClient}. */
@NullMarked
package io.tdspring.benchmarks.spring;

import org.jspecify.annotations.NullMarked;
