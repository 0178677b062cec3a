// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.TdengineClient;
import io.tdspring.client.TdengineClientBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

/** Auto-configuration of the client. It connects at first use, so the application starts without a server. */
@AutoConfiguration
@ConditionalOnClass(TdengineClient.class)
@ConditionalOnBooleanProperty(name = "tdengine.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TdengineProperties.class)
public final class TdengineAutoConfiguration {

    TdengineAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(TdengineConnectionDetails.class)
    PropertiesTdengineConnectionDetails tdengineConnectionDetails(TdengineProperties properties) {
        return new PropertiesTdengineConnectionDetails(properties);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    TdengineClient tdengineClient(
            TdengineProperties properties,
            TdengineConnectionDetails details,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<TdengineClientBuilderCustomizer> customizers) {
        TdengineClientBuilder builder = TdengineClient.builder()
                .endpoints(details.getEndpoints())
                .username(details.getUsername())
                .password(details.getPassword())
                .token(properties.getToken())
                .bearerToken(properties.getBearerToken())
                .applicationName(properties.getApplicationName())
                .transport(properties.getTransport())
                .webSocketEngine(properties.getWebsocket().getEngine())
                .compression(properties.isCompression())
                .endpointOrder(properties.getEndpointOrder())
                .timeZone(properties.getTimeZone())
                .maxConnections(properties.getMaxConnections())
                .idleTimeout(properties.getIdleTimeout())
                .pingInterval(properties.getWebsocket().getPingInterval())
                .pingTimeout(properties.getWebsocket().getPingTimeout())
                .maxBytesInFlight(bytes(properties.getWebsocket().getMaxBytesInFlight()))
                .lookAheadBytes(bytes(properties.getWebsocket().getLookAheadBytes()))
                .database(properties.getDatabase())
                .connectTimeout(properties.getConnectTimeout())
                .requestTimeout(properties.getRequestTimeout());
        new ClientRoute(properties, bundles).applyTo(builder);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static int bytes(DataSize size) {
        return (int) Math.min(Integer.MAX_VALUE, size.toBytes());
    }
}
