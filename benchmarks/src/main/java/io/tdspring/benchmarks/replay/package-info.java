// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A server that answers from memory, so that what a client costs is what is measured: results and messages of topics are
 * frames prepared once, and written data is acknowledged without being looked at. It keeps a record of how it was
 * written to.
 *
 * <p>Speaks RFC 6455 on plain sockets by itself. Uses the codecs of {@code io.tdspring.protocol} to prepare its frames.
 */
@NullMarked
package io.tdspring.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
