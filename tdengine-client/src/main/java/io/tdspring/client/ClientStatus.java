// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.cluster.EndpointStatus;
import java.util.List;

/**
 * A client as it was at a moment. Immutable.
 *
 * @param endpoints in the client's order of preference, sessions and consumers included in their numbers
 * @param connections that the client's threads share, those that are open and take requests
 * @param leases how many requests, results and prepared statements use one of these connections
 */
public record ClientStatus(List<EndpointStatus> endpoints, int connections, int leases) {

    public ClientStatus {
        endpoints = List.copyOf(endpoints);
    }
}
