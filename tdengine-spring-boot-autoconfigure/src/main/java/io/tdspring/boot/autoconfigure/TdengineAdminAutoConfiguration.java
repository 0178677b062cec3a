// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure;

import io.tdspring.spring.admin.AdminSettings;
import io.tdspring.spring.admin.TdengineAdmin;
import io.tdspring.spring.core.TdengineOperations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of what creates super tables and topics that are beans; without such beans it asks no server. */
@AutoConfiguration(after = TdengineTemplateAutoConfiguration.class)
@ConditionalOnClass(TdengineAdmin.class)
@ConditionalOnSingleCandidate(TdengineOperations.class)
public final class TdengineAdminAutoConfiguration {

    TdengineAdminAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TdengineAdmin tdengineAdmin(TdengineOperations tdengine, TdengineProperties properties) {
        TdengineAdminProperties admin = properties.getAdmin();
        return new TdengineAdmin(
                tdengine,
                AdminSettings.defaults().withAutoCreate(admin.isAutoCreate()).withFailFast(admin.isFailFast()));
    }
}
