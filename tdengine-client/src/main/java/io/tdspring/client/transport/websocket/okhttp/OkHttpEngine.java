// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.okhttp;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TlsSettings;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.client.transport.websocket.frame.FramedSockets;
import io.tdspring.client.transport.websocket.frame.Upgrade;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/** Opens WebSockets over connections of OkHttp's. Thread-safe. */
public final class OkHttpEngine implements WebSocketEngine {

    private final Endpoint endpoint;
    private final TransportSettings settings;
    private final FramedSockets sockets;
    private final OkHttpClient client;

    public OkHttpEngine(Endpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.sockets = new FramedSockets(endpoint, settings.timeouts());
        this.client = client(settings);
    }

    private static OkHttpClient client(TransportSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                // Only HTTP/1.1 can be left for another protocol.
                .protocols(List.of(Protocol.HTTP_1_1))
                // What is not upgraded is of no use any more.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                // Connecting has one deadline over all its steps, and an open socket is watched as every engine does.
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO);
        TlsSettings tls = settings.tls();
        if (tls != null) {
            encrypt(builder, tls);
        }
        return builder.build();
    }

    private static void encrypt(OkHttpClient.Builder builder, TlsSettings tls) {
        builder.sslSocketFactory(tls.context().getSocketFactory(), tls.trust());
        if (!tls.verifiesHost()) {
            builder.hostnameVerifier((host, session) -> true);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the path does not begin with a slash, or is not in printable ASCII
     */
    @Override
    public OpenSocket open(String path, Receiver receiver, Deadline deadline) {
        Upgrade upgrade = new Upgrade(endpoint, path, settings.compression());
        ConnectProgress progress = ConnectProgress.tunnelled(endpoint, settings.proxy());
        OkHttpAttempt attempt = new OkHttpAttempt(client, request(path), upgrade, progress);
        return sockets.open(attempt, receiver, deadline);
    }

    private Request request(String path) {
        int query = path.indexOf('?');
        HttpUrl url = new HttpUrl.Builder()
                .scheme(settings.tls() == null ? "http" : "https")
                .host(endpoint.host())
                .port(endpoint.port())
                .encodedPath(query < 0 ? path : path.substring(0, query))
                .encodedQuery(query < 0 ? null : path.substring(query + 1))
                .build();
        return new Request.Builder().url(url).build();
    }

    /** The connections that OkHttp knows of. */
    int connections() {
        return client.connectionPool().connectionCount();
    }

    @Override
    public void close() {
        sockets.close();
    }
}
