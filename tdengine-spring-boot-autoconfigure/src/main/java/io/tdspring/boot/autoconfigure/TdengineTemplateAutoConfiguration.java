// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.client.TdengineClient;
import io.tdspring.spring.core.TdengineOperations;
import io.tdspring.spring.core.TdengineTemplate;
import io.tdspring.spring.mapping.TdMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the template and the one mapper of rows. */
@AutoConfiguration(after = TdengineAutoConfiguration.class)
@ConditionalOnClass(TdengineTemplate.class)
@ConditionalOnSingleCandidate(TdengineClient.class)
public final class TdengineTemplateAutoConfiguration {

    TdengineTemplateAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TdMapper tdMapper() {
        return new TdMapper();
    }

    @Bean
    @ConditionalOnMissingBean(TdengineOperations.class)
    TdengineTemplate tdengineTemplate(TdengineClient client, TdMapper mapper) {
        return new TdengineTemplate(client, mapper);
    }
}
