// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.FlowLimits;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Subscription.Fetched;
import io.tdspring.client.transport.Subscription.Message;
import io.tdspring.client.transport.Subscription.Partition;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.protocol.tmq.OffsetKind;
import io.tdspring.protocol.ws.VersionRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WebSocketSubscriptionTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Partition PARTITION = new Partition("topic", 1);

    private final MemoryEngine engine = new MemoryEngine();

    private Subscription open(FlowLimits flow) {
        engine.answerTo(VersionRequest.ACTION, "\"version\":\"3.3.7.5\"");
        Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG);
        TransportSettings settings =
                new TransportSettings(new Credentials("u", "p"), timeouts, null, null, false, null, flow);
        return new WebSocketTransport(new Endpoint("memory", 6041), settings, engine).openSubscription(LONG);
    }

    @Test
    void waitsForNothingThatAFetchHasAskedForWhichNobodyWantsAnyMore() {
        Subscription subscription = open(new FlowLimits(1, 1));
        Message message = new Message(PARTITION, "db", 7, 8, Subscription.Kind.ROWS);
        CompletableFuture<Fetched> fetch = subscription.fetch(message);

        assertThat(fetch.cancel(false)).isTrue();

        // There is room for one request at a time.
        engine.answerTo(OffsetKind.POSITION.action(), "\"position\":[9]");
        assertThat(subscription.position(PARTITION, LONG)).hasValue(9);
    }
}
