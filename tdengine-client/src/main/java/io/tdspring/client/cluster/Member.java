// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.cluster;

import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Transport;

/** One server of a cluster; its numbers are guarded by the cluster. */
final class Member {

    private final Transport transport;
    private final EndpointHealth health;
    private int connections;
    private int subscriptions;
    private int failedProbes;
    private boolean probed;

    Member(Transport transport) {
        this.transport = transport;
        this.health = new EndpointHealth(transport.endpoint());
    }

    Transport transport() {
        return transport;
    }

    Endpoint endpoint() {
        return transport.endpoint();
    }

    EndpointHealth health() {
        return health;
    }

    boolean isUp() {
        return health.state() == EndpointState.UP;
    }

    int connections() {
        return connections;
    }

    /** What counts when the least burdened member is looked for. */
    int burden() {
        return connections + subscriptions;
    }

    void count(Purpose purpose, int change) {
        switch (purpose) {
            case STATEMENTS -> connections += change;
            case SUBSCRIPTION -> subscriptions += change;
        }
    }

    /** Whether a probe has to be arranged; to be called before doing so. */
    boolean beginProbe() {
        boolean begins = !probed;
        probed = true;
        return begins;
    }

    void endProbe(boolean success) {
        probed = false;
        failedProbes = success ? 0 : failedProbes + 1;
    }

    int failedProbes() {
        return failedProbes;
    }

    EndpointStatus status() {
        return new EndpointStatus(endpoint(), health.state(), connections, subscriptions);
    }

    /** What a socket is for. */
    enum Purpose {
        STATEMENTS,
        SUBSCRIPTION
    }
}
