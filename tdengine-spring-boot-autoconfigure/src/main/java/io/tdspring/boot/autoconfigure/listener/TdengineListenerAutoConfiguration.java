// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.boot.autoconfigure.listener;

import io.tdspring.boot.autoconfigure.TdengineAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineListenerProperties;
import io.tdspring.boot.autoconfigure.TdengineProperties;
import io.tdspring.boot.autoconfigure.TdengineTemplateAutoConfiguration;
import io.tdspring.boot.autoconfigure.TdengineTmqProperties;
import io.tdspring.client.TdengineClient;
import io.tdspring.spring.annotation.EnableTdTopic;
import io.tdspring.spring.annotation.TdTopicListenerConfiguration;
import io.tdspring.spring.config.ContainerCustomizer;
import io.tdspring.spring.config.ListenerDefaults;
import io.tdspring.spring.config.TdTopicListenerContainerFactory;
import io.tdspring.spring.listener.AckPolicy;
import io.tdspring.spring.listener.DeliveryPolicy;
import io.tdspring.spring.listener.JoinPolicy;
import io.tdspring.spring.listener.MessageInterceptor;
import io.tdspring.spring.listener.MonitorPolicy;
import io.tdspring.spring.listener.RowFilter;
import io.tdspring.spring.listener.adapter.InvocationSettings;
import io.tdspring.spring.mapping.TdMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.validation.Validator;

/** Auto-configuration of {@code @TdTopicListener}. */
@AutoConfiguration(after = {TdengineAutoConfiguration.class, TdengineTemplateAutoConfiguration.class})
@ConditionalOnClass(EnableTdTopic.class)
@ConditionalOnSingleCandidate(TdengineClient.class)
@Import(ListenerFailureConfiguration.class)
public final class TdengineListenerAutoConfiguration {

    TdengineListenerAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "tdTopicListenerContainerFactory")
    TdTopicListenerContainerFactory tdTopicListenerContainerFactory(
            TdengineClient client,
            TdMapper mapper,
            TdengineProperties properties,
            ObjectProvider<DeliveryPolicy> policy,
            InvocationSettings invocation,
            ObjectProvider<ContainerCustomizer> customizers) {
        return new TdTopicListenerContainerFactory(
                        client,
                        mapper,
                        defaults(properties.getListener(), properties.getTmq().getGroupId()),
                        consumerProperties(properties.getTmq()),
                        policy.getIfUnique(DeliveryPolicy::defaults))
                .withInvocation(invocation)
                .withCustomizers(customizers.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    InvocationSettings tdListenerInvocationSettings(
            TdMapper mapper,
            ObjectProvider<Validator> validator,
            ObjectProvider<RowFilter> filter,
            ObjectProvider<MessageInterceptor> interceptors) {
        return InvocationSettings.of(mapper)
                .withValidator(validator.getIfUnique())
                .withFilter(filter.getIfUnique())
                .withInterceptors(interceptors.orderedStream().toList());
    }

    /** First, so that an application's own customizers may choose another executor. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnThreading(Threading.VIRTUAL)
    ContainerCustomizer tdListenerVirtualThreads() {
        Executor executor = new VirtualThreadTaskExecutor();
        return (endpoint, settings) -> settings.executor(executor);
    }

    private static ListenerDefaults defaults(TdengineListenerProperties listener, @Nullable String groupId) {
        AckPolicy acks = new AckPolicy(listener.getAckMode(), listener.getAckCount(), listener.getAckTime());
        JoinPolicy joining = new JoinPolicy(
                listener.getStartupFailurePolicy(),
                listener.getStartupTimeout(),
                listener.getMissingTopics(),
                listener.getAuthRetryInterval());
        MonitorPolicy monitor = new MonitorPolicy(listener.getMonitorInterval(), listener.getNoPollThreshold());
        return new ListenerDefaults(
                groupId,
                listener.getType(),
                listener.isAutoStartup(),
                settings -> settings.concurrency(listener.getConcurrency())
                        .pollTimeout(listener.getPollTimeout())
                        .shutdownTimeout(listener.getShutdownTimeout())
                        .stopsAtOnce(listener.isImmediateStop())
                        .idleAfter(listener.getIdleEventInterval())
                        .logged(listener.isLogContainerConfig())
                        .monitor(monitor)
                        .acks(acks)
                        .onGap(listener.getOnGap())
                        .joining(joining));
    }

    private static Map<String, String> consumerProperties(TdengineTmqProperties tmq) {
        Map<String, String> properties = new LinkedHashMap<>(tmq.getProperties());
        properties.put("auto.offset.reset", tmq.getAutoOffsetReset().name());
        putMillis(properties, "session.timeout.ms", tmq.getSessionTimeout());
        putMillis(properties, "max.poll.interval.ms", tmq.getMaxPollInterval());
        return properties;
    }

    private static void putMillis(Map<String, String> properties, String key, @Nullable Duration value) {
        if (value != null) {
            properties.put(key, String.valueOf(value.toMillis()));
        }
    }

    @EnableTdTopic
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(name = TdTopicListenerConfiguration.POST_PROCESSOR_BEAN_NAME)
    static class EnableTdTopicConfiguration {}
}
