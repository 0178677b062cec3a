// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The servers of one client: which of them work, how many connections each has, and the connections that are kept open.
 *
 * <p>A {@code Cluster} decides where to connect; a {@code ConnectionPool} keeps connections of one session state and lends
 * them. Uses {@code io.tdspring.client.transport}, {@code io.tdspring.data} and {@code io.tdspring.error}.
 */
@NullMarked
package io.tdspring.client.cluster;

import org.jspecify.annotations.NullMarked;
