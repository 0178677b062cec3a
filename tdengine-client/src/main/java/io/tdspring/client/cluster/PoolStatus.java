// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

/**
 * A pool of connections, as it was at a moment. Immutable.
 *
 * @param connections that are open and take requests
 * @param leases requests, results and prepared statements that use one of them
 */
public record PoolStatus(int connections, int leases) {}
