// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.spring.annotation;

import io.tdspring.spring.config.TdTopicListenerEndpointRegistry;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** The two beans that the annotation needs. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
public class TdTopicListenerConfiguration {

    /** The name of the post-processor's bean: who defines one of his own takes over. */
    public static final String POST_PROCESSOR_BEAN_NAME =
            "io.tdspring.spring.annotation.internalTdTopicListenerAnnotationProcessor";

    @Bean(POST_PROCESSOR_BEAN_NAME)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static TdTopicListenerAnnotationBeanPostProcessor tdTopicListenerAnnotationProcessor() {
        return new TdTopicListenerAnnotationBeanPostProcessor();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    TdTopicListenerEndpointRegistry tdTopicListenerEndpointRegistry() {
        return new TdTopicListenerEndpointRegistry();
    }
}
