// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.health;

import io.tdspring.boot.autoconfigure.listener.TdengineListenerAutoConfiguration;
import io.tdspring.boot.health.TdTopicListenerHealthIndicator;
import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the health contributor {@code tdtopiclistener}. */
@AutoConfiguration(after = TdengineListenerAutoConfiguration.class)
@ConditionalOnClass({
    HealthIndicator.class,
    ConditionalOnEnabledHealthIndicator.class,
    TdTopicListenerEndpointRegistry.class
})
@ConditionalOnBean(TdTopicListenerEndpointRegistry.class)
@ConditionalOnEnabledHealthIndicator("tdtopiclistener")
public final class TdTopicListenerHealthContributorAutoConfiguration {

    TdTopicListenerHealthContributorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = {"tdtopiclistenerHealthIndicator", "tdtopiclistenerHealthContributor"})
    TdTopicListenerHealthIndicator tdtopiclistenerHealthContributor(TdTopicListenerEndpointRegistry registry) {
        return new TdTopicListenerHealthIndicator(registry);
    }
}
