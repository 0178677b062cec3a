// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.TdengineClientBuilder;
import java.util.Arrays;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Tells a builder how sockets reach the servers: encrypted as an SSL bundle says, through a proxy. */
final class ClientRoute {

    private final TdengineProperties properties;
    private final ObjectProvider<SslBundles> bundles;

    ClientRoute(TdengineProperties properties, ObjectProvider<SslBundles> bundles) {
        this.properties = properties;
        this.bundles = bundles;
    }

    void applyTo(TdengineClientBuilder builder) {
        TdengineProxyProperties proxy = properties.getProxy();
        PropertyMapper map = PropertyMapper.get();
        if (proxy.getHost() != null) {
            builder.option("proxy.host", proxy.getHost()).option("proxy.port", Integer.toString(proxy.getPort()));
        }
        map.from(proxy::getUsername).to(username -> builder.option("proxy.username", username));
        map.from(proxy::getPassword).to(password -> builder.option("proxy.password", password));
        TdengineSslProperties ssl = properties.getSsl();
        if (ssl.isEnabled() && ssl.getBundle() != null) {
            encrypt(builder, bundles.getObject().getBundle(ssl.getBundle()));
        } else if (ssl.isEnabled()) {
            builder.tls();
        }
    }

    private static void encrypt(TdengineClientBuilder builder, SslBundle bundle) {
        X509TrustManager trust = Arrays.stream(bundle.getManagers().getTrustManagers())
                .filter(ClientRoute::isX509)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the SSL bundle has no X.509 trust manager"));
        builder.tls(tls -> tls.context(bundle.createSslContext(), trust));
    }

    private static boolean isX509(TrustManager manager) {
        return manager instanceof X509TrustManager;
    }
}
