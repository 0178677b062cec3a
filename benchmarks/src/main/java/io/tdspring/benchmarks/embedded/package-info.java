// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the embedded server can do: starting, writing by SQL and by prepared statements, reading, and its memory. Uses the
 * public client where that has the feature, else the codecs of the protocol on a plain WebSocket.
 */
@NullMarked
package io.tdspring.benchmarks.embedded;

import org.jspecify.annotations.NullMarked;
