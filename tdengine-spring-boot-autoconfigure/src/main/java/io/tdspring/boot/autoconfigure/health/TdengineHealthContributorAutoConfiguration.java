// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.health;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.health.TdengineHealthIndicator;
import io.tdspring.client.TdengineClient;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the health contributor {@code tdengine}; of several clients it makes a composite. */
@AutoConfiguration(after = TdengineAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(TdengineClient.class)
@ConditionalOnEnabledHealthIndicator("tdengine")
public final class TdengineHealthContributorAutoConfiguration
        extends CompositeHealthContributorConfiguration<TdengineHealthIndicator, TdengineClient> {

    TdengineHealthContributorAutoConfiguration() {
        super(TdengineHealthIndicator::new);
    }

    @Bean
    @ConditionalOnMissingBean(name = {"tdengineHealthIndicator", "tdengineHealthContributor"})
    HealthContributor tdengineHealthContributor(Map<String, TdengineClient> clients) {
        return createContributor(clients);
    }
}
