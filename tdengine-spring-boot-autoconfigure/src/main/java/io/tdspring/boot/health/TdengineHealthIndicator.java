// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.health;

import io.tdspring.client.TdengineClient;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * UP if a round trip to the server succeeds, with the server's version, the transport and the endpoint. Thread-safe.
 */
public class TdengineHealthIndicator extends AbstractHealthIndicator {

    /** A probe that takes longer has failed: who asks for health does not wait for a connect timeout. */
    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    private final TdengineClient client;

    public TdengineHealthIndicator(TdengineClient client) {
        super("TDengine health check failed");
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.withDetail("transport", client.transportType().name().toLowerCase(Locale.ROOT))
                .withDetail("endpoint", client.endpoint());
        client.ping(TIMEOUT);
        builder.up().withDetail("version", client.serverVersion());
    }
}
