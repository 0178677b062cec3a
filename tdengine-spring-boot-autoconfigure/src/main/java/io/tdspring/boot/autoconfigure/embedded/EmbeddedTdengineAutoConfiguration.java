// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.embedded;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineConnectionDetails;
import io.tdspring.boot.autoconfigure.TdengineProperties;
import io.tdspring.embedded.EmbeddedTdengine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration of the embedded server; the client then connects to it and not to {@code tdengine.endpoints}. */
@AutoConfiguration(before = TdengineAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "tdengine.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("tdengine.embedded.enabled")
@EnableConfigurationProperties(TdengineProperties.class)
public final class EmbeddedTdengineAutoConfiguration {

    EmbeddedTdengineAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(EmbeddedTdengine.class)
    @ConditionalOnMissingBean(TdengineConnectionDetails.class)
    static class Present {

        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        EmbeddedTdengine embeddedTdengine(TdengineProperties properties) {
            return EmbeddedTdengine.builder()
                    .port(properties.getEmbedded().getPort())
                    .user(properties.getUsername(), properties.getPassword())
                    .start();
        }

        @Bean
        EmbeddedTdengineConnectionDetails tdengineConnectionDetails(
                EmbeddedTdengine server, TdengineProperties properties) {
            return new EmbeddedTdengineConnectionDetails(server, properties);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("io.tdspring.embedded.EmbeddedTdengine")
    static class Missing {

        Missing() {
            throw new FailureAnalyzedException(
                    "tdengine.embedded.enabled is true, but the embedded server is not on the class path.",
                    "Add the dependency io.tdspring:tdengine-embedded (scope runtime), or set"
                            + " tdengine.embedded.enabled=false and tdengine.endpoints to a server.");
        }
    }
}
