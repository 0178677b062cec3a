// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import io.tdspring.client.transport.Connection;
import io.tdspring.client.transport.DaemonThreads;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.Feature;
import io.tdspring.client.transport.SessionState;
import io.tdspring.client.transport.Subscription;
import io.tdspring.client.transport.TlsSettings;
import io.tdspring.client.transport.Transport;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.error.UnsupportedFeatureException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * TDengine over REST. Thread-safe.
 *
 * <p>Requests share a pool of sockets, and have a thread each until the answer begins.
 */
public final class RestTransport implements Transport {

    private static final int MAX_IDLE_SOCKETS = 32;

    private final Endpoint endpoint;
    private final TransportSettings settings;
    private final ExecutorService threads;
    private final OkHttpClient client;

    public RestTransport(Endpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.threads = DaemonThreads.named("tdengine-rest-" + endpoint);
        this.client = client(settings, threads);
    }

    private static OkHttpClient client(TransportSettings settings, ExecutorService threads) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        long idle = settings.timeouts().pingInterval().toNanos();
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MAX_IDLE_SOCKETS, idle, TimeUnit.NANOSECONDS))
                .proxy(Proxy.NO_PROXY)
                // A redirect would carry the credentials to somewhere else.
                .followRedirects(false)
                // Each call has one deadline, over all its steps.
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO);
        if (settings.tls() != null) {
            encrypt(client, settings.tls());
        }
        if (settings.proxy() != null) {
            ProxyRoute.lead(client, settings.proxy());
        }
        return client.build();
    }

    private static void encrypt(OkHttpClient.Builder client, TlsSettings tls) {
        client.sslSocketFactory(tls.context().getSocketFactory(), tls.trust());
        if (!tls.verifiesHost()) {
            client.hostnameVerifier((host, session) -> true);
        }
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public boolean supports(Feature feature) {
        return feature == Feature.RAW_ANSWER;
    }

    @Override
    public Connection connect(SessionState state, Duration timeout) {
        return RestConnection.open(client, new RestAddress(endpoint, settings, state), Deadline.after(timeout));
    }

    @Override
    public Subscription openSubscription(Duration timeout) {
        throw new UnsupportedFeatureException("REST cannot subscribe; use transport websocket");
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        threads.shutdown();
    }
}
