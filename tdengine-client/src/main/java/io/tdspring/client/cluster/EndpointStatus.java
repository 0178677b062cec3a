// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Endpoint;

/**
 * One endpoint of a client, as it was at a moment. Immutable.
 *
 * @param connections for statements, those being made included
 * @param subscriptions of consumers
 */
public record EndpointStatus(Endpoint endpoint, EndpointState state, int connections, int subscriptions) {}
