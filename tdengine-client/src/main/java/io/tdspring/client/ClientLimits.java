// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client;

import io.tdspring.client.cluster.PoolLimits;
import io.tdspring.client.transport.FlowLimits;
import io.tdspring.client.transport.Timeouts;
import java.time.Duration;
import java.util.Objects;

/** How long a client waits, and how much it opens: the part of its builder that is about limits. Confined to one thread. */
public abstract sealed class ClientLimits permits TdengineClientBuilder {

    /** Longer waits are as good as this one, and nanoseconds do not overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(60);
    private Duration pingInterval = Duration.ofSeconds(10);
    private Duration pingTimeout = Duration.ofSeconds(5);
    private int maxConnections = 8;
    private Duration idleTimeout = Duration.ofMinutes(10);
    private int maxBytesInFlight = FlowLimits.DEFAULT.bytesInFlight();
    private int lookAheadBytes = FlowLimits.DEFAULT.lookAheadBytes();

    ClientLimits() {}

    abstract TdengineClientBuilder self();

    private static Duration atMostLongest(Duration duration, String name) {
        Objects.requireNonNull(duration, name);
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    /**
     * The limit for connecting in all, from looking up names to logging in, over all endpoints; 10 s unless set.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = atMostLongest(connectTimeout, "connectTimeout");
        return self();
    }

    /**
     * The limit for each answer, to a statement or to the request for the next block of its result; 60 s unless set.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder requestTimeout(Duration requestTimeout) {
        this.requestTimeout = atMostLongest(requestTimeout, "requestTimeout");
        return self();
    }

    /**
     * How many connections the threads of the client share at most; 8 unless set. One carries many requests at a time, so
     * another one is opened only when all are busy.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder maxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
        return self();
    }

    /**
     * How long a connection may be unused before it is closed, unless it is the last; 10 min unless set.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder idleTimeout(Duration idleTimeout) {
        this.idleTimeout = atMostLongest(idleTimeout, "idleTimeout");
        return self();
    }

    /**
     * How long a connection may be silent before the server is asked for a sign of life; 10 s unless set.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder pingInterval(Duration pingInterval) {
        this.pingInterval = atMostLongest(pingInterval, "pingInterval");
        return self();
    }

    /**
     * How long the sign of life may take before the connection is given up; 5 s unless set.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder pingTimeout(Duration pingTimeout) {
        this.pingTimeout = atMostLongest(pingTimeout, "pingTimeout");
        return self();
    }

    /**
     * How many bytes of requests that are not yet answered a WebSocket carries at most; 8 MiB unless set. Who has another
     * request waits for its turn, at most the request timeout; a request longer than this has a turn of its own.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder maxBytesInFlight(int maxBytesInFlight) {
        this.maxBytesInFlight = maxBytesInFlight;
        return self();
    }

    /**
     * How many bytes of a result over WebSocket may have come and be unread before no more are asked for; 512 KiB unless
     * set. A result holds these and one block more.
     *
     * @throws IllegalArgumentException from {@link TdengineClientBuilder#build} unless positive
     */
    public final TdengineClientBuilder lookAheadBytes(int lookAheadBytes) {
        this.lookAheadBytes = lookAheadBytes;
        return self();
    }

    final Timeouts timeouts() {
        return new Timeouts(connectTimeout, requestTimeout, pingInterval, pingTimeout);
    }

    final FlowLimits flowLimits() {
        return new FlowLimits(maxBytesInFlight, lookAheadBytes);
    }

    final PoolLimits poolLimits() {
        return PoolLimits.of(maxConnections, idleTimeout);
    }
}
