// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.websocket.okhttp;

import io.tdspring.client.transport.ConnectProgress;
import io.tdspring.client.transport.DaemonThreads;
import io.tdspring.client.transport.Deadline;
import io.tdspring.client.transport.Endpoint;
import io.tdspring.client.transport.TlsSettings;
import io.tdspring.client.transport.TransportSettings;
import io.tdspring.client.transport.websocket.engine.OpenSocket;
import io.tdspring.client.transport.websocket.engine.Receiver;
import io.tdspring.client.transport.websocket.engine.WebSocketEngine;
import io.tdspring.error.TdengineException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;

/**
 * Opens WebSockets by OkHttp. Thread-safe.
 *
 * <p>Every socket has a thread that reads it, for as long as the socket lives.
 */
public final class OkHttpEngine implements WebSocketEngine {

    /** As the server has it: a peer that takes nothing for so long is gone. */
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(60);

    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private final Endpoint endpoint;
    private final TransportSettings settings;
    private final ExecutorService threads;
    private final OkHttpClient client;

    public OkHttpEngine(Endpoint endpoint, TransportSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.threads = DaemonThreads.named("tdengine-websocket-" + endpoint);
        this.client = client();
    }

    private OkHttpClient client() {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                // Connecting has one deadline of its own, over all its steps.
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(WRITE_TIMEOUT)
                .pingInterval(pingInterval());
        if (!settings.compression()) {
            // The server would compress every message, at more cost than a local network saves.
            builder.addInterceptor(chain -> chain.proceed(
                    chain.request().newBuilder().removeHeader(EXTENSIONS).build()));
        }
        TlsSettings tls = settings.tls();
        if (tls != null) {
            encrypt(builder, tls);
        }
        return builder.build();
    }

    // OkHttp has no limit for the answer to a ping but the next ping.
    private Duration pingInterval() {
        return settings.timeouts()
                .pingInterval()
                .plus(settings.timeouts().pingTimeout())
                .dividedBy(2);
    }

    private static void encrypt(OkHttpClient.Builder builder, TlsSettings tls) {
        builder.sslSocketFactory(tls.context().getSocketFactory(), tls.trust());
        if (!tls.verifiesHost()) {
            builder.hostnameVerifier((host, session) -> true);
        }
    }

    @Override
    public OpenSocket open(String path, Receiver receiver, Deadline deadline) {
        ConnectProgress progress = ConnectProgress.tunnelled(endpoint, settings.proxy());
        SocketListener listener = new SocketListener(endpoint, withoutQuery(path), progress, receiver);
        OkHttpClient observed = client.newBuilder()
                .dns(progress::resolve)
                .socketFactory(progress)
                .build();
        WebSocket socket = observed.newWebSocket(request(path), listener);
        try {
            deadline.await(listener.opened(), "connecting to " + endpoint);
            return new OkHttpSocket(socket, listener.gone());
        } catch (TimeoutException e) {
            socket.cancel();
            throw progress.unanswered(deadline);
        } catch (TdengineException e) {
            socket.cancel();
            throw e;
        }
    }

    // A query may hold a token, which belongs into no log.
    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private Request request(String path) {
        HttpUrl root = new HttpUrl.Builder()
                .scheme(settings.tls() == null ? "http" : "https")
                .host(endpoint.host())
                .port(endpoint.port())
                .build();
        HttpUrl url = root.resolve(path);
        if (url == null) {
            throw new IllegalArgumentException("\"" + withoutQuery(path) + "\" is no path");
        }
        return new Request.Builder().url(url).build();
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        threads.shutdown();
    }
}
