// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.Credentials;
import io.tdspring.client.transport.DaemonThreads;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.Timeouts;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.TransportSettings;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * TDengine over WebSocket. Thread-safe.
 *
 * <p>Every socket has a thread that reads it, for as long as the socket lives.
 */
public final class WebSocketTransport implements Transport {

    /** As the server has it: a peer that takes nothing for so long is gone. */
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(60);

    private static final String COMPRESSION = "Sec-WebSocket-Extensions";

    private final Endpoint endpoint;
    private final Credentials credentials;
    private final ExecutorService threads;
    private final OkHttpClient client;

    public WebSocketTransport(Endpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.credentials = settings.credentials();
        this.threads = DaemonThreads.named("tdengine-websocket-" + endpoint);
        this.client = client(settings.timeouts(), threads);
    }

    private static OkHttpClient client(Timeouts timeouts, ExecutorService threads) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                // Connecting has one deadline of its own, over all its steps.
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(WRITE_TIMEOUT)
                // A ping must be answered by the next one, which is the only limit that can be set.
                .pingInterval(
                        timeouts.pingInterval().plus(timeouts.pingTimeout()).dividedBy(2))
                // The server would compress every message, at more cost than a local network saves.
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().removeHeader(COMPRESSION).build()))
                .build();
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public boolean supports(Feature feature) {
        return feature == Feature.SUBSCRIBE;
    }

    @Override
    public Connection connect(SessionState state, Duration timeout) {
        return WebSocketConnection.open(client, endpoint, new Login(credentials, state), Deadline.after(timeout));
    }

    @Override
    public Subscription openSubscription(Duration timeout) {
        return WebSocketSubscription.open(client, endpoint, credentials, Deadline.after(timeout));
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        threads.shutdown();
    }
}
