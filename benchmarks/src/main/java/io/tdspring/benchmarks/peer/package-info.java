// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/** What the vendor's JDBC driver over WebSocket does with the workloads. */
@NullMarked
package io.tdspring.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
