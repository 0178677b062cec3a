// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.transport.rest;

import io.tdspring.client.transport.HttpProxy;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Sends requests through a proxy: those over TLS by {@code CONNECT}, plain ones whole (RFC 9112, 3.2.2). */
final class ProxyRoute {

    private static final String HEADER = "Proxy-Authorization";

    private ProxyRoute() {}

    static void lead(OkHttpClient.Builder client, HttpProxy proxy) {
        // OkHttp looks the name up itself.
        client.proxy(new Proxy(
                Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(
                        proxy.endpoint().host(), proxy.endpoint().port())));
        if (proxy.credentials() != null) {
            String basic = Credentials.basic(
                    proxy.credentials().user(), proxy.credentials().password(), StandardCharsets.UTF_8);
            client.proxyAuthenticator(forTunnels(basic)).addInterceptor(forPlainRequests(basic));
        }
    }

    private static Authenticator forTunnels(String basic) {
        return (route, response) -> response.request().header(HEADER) != null
                ? null // which it did not like
                : response.request().newBuilder().header(HEADER, basic).build();
    }

    // A statement is never sent twice, so the proxy must not have to ask; a server behind a tunnel must not see it.
    private static Interceptor forPlainRequests(String basic) {
        return chain -> chain.proceed(
                chain.request().isHttps()
                        ? chain.request()
                        : chain.request().newBuilder().header(HEADER, basic).build());
    }
}
